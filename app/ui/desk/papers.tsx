import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { FileState, ScanState } from '#app/domain/base/files/model.ts';
import { blindnessWords } from '#app/i18n/blindness.ts';
import { checkWords } from '#app/i18n/check.ts';
import { documentWords } from '#app/i18n/document.ts';
import { useWords } from '#app/i18n/pair.ts';
import { DocumentViewer } from './document-viewer.tsx';
import { EmptyBox } from './keyset-table.tsx';
import { StatusTag } from './status-tag.tsx';

export type ShownPaper = { paper: string; fileId: string; name: string; sha256: string; size: number; mediaType: string; pages: number | null; state: FileState; scan: ScanState; isHeldBack?: boolean };
type Props = { papers: readonly ShownPaper[]; urlOf: (fileId: string) => string; form?: ReactNode; isFormFirst?: boolean };

/** 原件: one tab a paper and one for the form; the address says which, so that it opens without a script. */
export function Papers({ papers, urlOf, form, isFormFirst = false }: Props) {
  const words = useWords(checkWords);
  const [asked] = useSearchParams();
  const first = papers.find(({ isHeldBack }) => !isHeldBack) ?? (form ? undefined : papers[0]);
  const chosen = asked.get('paper') ?? (isFormFirst ? 'form' : first?.fileId);
  const shown = papers.find((one) => one.fileId === chosen);
  const to = (id: string) => {
    const next = new URLSearchParams(asked);
    next.set('paper', id);
    return `?${next}`;
  };
  return (
    <section className={isFormFirst ? 'pane papers whole' : 'pane papers'} aria-label={words.original}>
      <nav className="dtabs" aria-label={words.paperTabs}>
        {form && <Link to={to('form')} preventScrollReset {...(!shown ? { 'aria-current': 'page' as const } : {})}>{words.form}</Link>}
        {labelled(papers, words.papers).map(({ fileId, label }) => (
          <Link key={fileId} to={to(fileId)} preventScrollReset {...(fileId === shown?.fileId ? { 'aria-current': 'page' as const } : {})}>{label}</Link>
        ))}
      </nav>
      {shown ? <Paper key={shown.fileId} paper={shown} src={urlOf(shown.fileId)} /> : (form ?? <EmptyBox text={words.noPapers} />)}
      {isFormFirst && papers.length === 0 && <p className="note in-pane">{words.noPapers}</p>}
    </section>
  );
}

/** 一份原件; one that is held back is named and not shown. */
function Paper({ paper, src }: { paper: ShownPaper; src: string }) {
  const words = useWords(checkWords);
  const { infected } = useWords(documentWords).scanned;
  const hides = useWords(blindnessWords);
  if (paper.isHeldBack) return <div className="viewer-trouble" role="status"><p>{hides.heldBack}</p></div>;
  if (paper.state === 'stored') return <DocumentViewer {...paper} src={src} />;
  return (
    <div className="viewer-trouble" role="alert">
      <p><b>{paper.name}</b> <StatusTag tone="bad">{infected.word}</StatusTag></p>
      <p>{words.heldBack}</p>
    </div>
  );
}

/** Several papers of one kind are told apart by a number. */
function labelled(papers: readonly ShownPaper[], names: Record<string, string>) {
  return papers.map(({ paper, fileId }) => {
    const alike = papers.filter((other) => other.paper === paper);
    const name = names[paper] ?? paper;
    return { fileId, label: alike.length > 1 ? `${name} ${alike.findIndex((other) => other.fileId === fileId) + 1}` : name };
  });
}
