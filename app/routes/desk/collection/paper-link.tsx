import type { Entry } from '#app/domain/city/collection/save-entries.ts';

/** 一格的佐证, opened by whoever fills in or checks the sheet, at the desk and at work. */
export function PaperLink({ entry }: { entry: Pick<Entry, 'sheetId' | 'evidenceId' | 'evidenceName'> | undefined }) {
  return entry?.evidenceId ? <a href={`/desk/collection/sheets/${entry.sheetId}/evidence/${entry.evidenceId}`} target="_blank" rel="noreferrer">{entry.evidenceName}</a> : null;
}
