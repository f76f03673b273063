import type { Problem } from '#app/platform/http.ts';

const afterSaving: ReadonlySet<string> = new Set(['sheet-has-faults', 'sheet-reason-missing', 'sheet-entered-for']);

/** 没交成，填的已存: then the cells are read again and say what is wrong with them; after any other refusal they keep the revisions that they were typed from. */
export function wasSavedFirst(answered: Problem | undefined): boolean {
  return answered?.refusal !== undefined && afterSaving.has(answered.refusal);
}
