import { paperWords } from '#app/i18n/paper.ts';
import { useWords } from '#app/i18n/pair.ts';

/** 下载申报表: the same form as Word, PDF and Excel; plain downloads, so no router. */
export function FormLinks({ at, kind, importAt }: { at: string; kind: 'blank' | 'filled'; importAt?: string | undefined }) {
  const { links } = useWords(paperWords);
  return (
    <nav className="row close small no-print" aria-label={links[kind]}>
      <span>{links[kind]}</span>
      {(['docx', 'pdf', 'xlsx'] as const).map((format) => {
        const name = { docx: links.word, pdf: links.pdf, xlsx: links.excel }[format];
        return <a key={format} href={`${at}/form/form.${format}`} download aria-label={`${links[kind]} ${name}`}>{name}</a>;
      })}
      {importAt ? <a href={importAt}>{links.import}</a> : null}
    </nav>
  );
}
