/** 逐行判断: what a row of a list that somebody brings would do, or what is wrong with it and in which column. */
export type RowVerdict =
  | { state: 'new' | 'same' }
  | { state: 'changed'; subjectId: string; before: Record<string, unknown> }
  | { state: 'wrong'; column: string; code: string; figures?: string[] };
