import { Button } from 'antd';
import { keyOf } from '#app/domain/city/collection/model.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useWords } from '#app/i18n/pair.ts';
import { PaperLink } from './paper-link.tsx';
import type { Cell } from './sheet-cell.tsx';

/** 一格的佐证: the one that is attached, and a box for one, which is a new box once its paper was taken. */
export function CellPaper({ cell }: { cell: Cell }) {
  const { paper: words } = useWords(collectionWords).sheet;
  const { entry } = cell;
  const key = keyOf(cell);
  const id = `paper-${key.replace('.', '-')}`;
  return (
    <div className="sheet-paper">
      <label htmlFor={id}>{words.title} <small id={`${id}-hint`}>{words.hint}</small></label>
      {entry?.evidenceId && <p><PaperLink entry={entry} /> <Button size="small" htmlType="submit" name="go" value={`detach.${key}`} aria-label={words.detachThe(entry.evidenceName ?? '')}>{words.detach}</Button></p>}
      <input key={entry?.evidenceId ?? ''} id={id} type="file" name={`f.${key}`} accept=".pdf,.jpg,.jpeg,.png,.webp,.heic" aria-describedby={`${id}-hint`} />
    </div>
  );
}
