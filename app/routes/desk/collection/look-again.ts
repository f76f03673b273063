import type { Problem } from '#app/platform/http.ts';

const afterSaving: ReadonlySet<string> = new Set(['sheet-has-faults', 'sheet-reason-missing', 'sheet-entered-for', 'cell-saved-meanwhile']);

/** 没交成，填的已存: then the cells are read again and say what is wrong with them, or what another wrote there first; what was typed stays in its boxes. */
export function wasSavedFirst(answered: Problem | undefined): boolean {
  return answered?.refusal !== undefined && afterSaving.has(answered.refusal);
}
