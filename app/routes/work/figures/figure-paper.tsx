import { keyOf } from '#app/domain/city/collection/model.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useWords } from '#app/i18n/pair.ts';
import { PaperLink } from '#app/routes/desk/collection/paper-link.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { controlOf, Field } from '#app/ui/light/field.tsx';
import { type Cell, idOf } from './typed-cell.tsx';

/** 一格的佐证: the one that is attached, and a box for one. */
export function FigurePaper({ cell: { entry, ...cell } }: { cell: Cell }) {
  const { paper: words } = useWords(collectionWords).sheet;
  const { form } = useWords(applyWords);
  const key = keyOf(cell);
  const frame = { id: `${idOf(key)}-f`, name: `f.${key}`, label: words.title, hint: `${words.hint} ${words.after}`, words: form };
  return (
    <>
      <Field frame={frame}><input type="file" accept=".pdf,.jpg,.jpeg,.png,.webp,.heic" {...controlOf(frame)} className="in filebox" /></Field>
      {entry?.evidenceId ? <p>{words.attached} <PaperLink entry={entry} /> <Button kind="quiet" small name="go" value={`detach.${key}`} aria-label={words.detachThe(entry.evidenceName ?? '')}>{words.detach}</Button></p> : null}
    </>
  );
}
