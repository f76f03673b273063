/** 可导入的表: each has its definition in app/jobs/imports. */
export const importKinds = ['organisations', 'experts', 'decisions', 'invitations', 'spaces'] as const;
export type ImportKind = (typeof importKinds)[number];

/** 导入状态: read and shown; being done row by row; done; being taken back; taken back; given up before anything was done. */
export const importStates = ['preview', 'running', 'done', 'undoing', 'undone', 'discarded'] as const;
export type ImportState = (typeof importStates)[number];

/** 行状态: what the row would do; then what became of it. `kept` is a row that could not be taken back. */
export const rowStates = ['new', 'changed', 'same', 'wrong', 'waiting', 'done', 'refused', 'undoing', 'undone', 'kept'] as const;
export type RowState = (typeof rowStates)[number];

/** What one file may bring. */
export const mostRows = 2000;
export const largestSheet = 5_000_000;

/** How long the rows of an import are kept: they name people. */
export const keptDays = 30;

/** 错误: in which cell and column (none for the row as a whole), what is wrong; the code has its sentence. */
export type Fault = { cell: string; column: string; code: string; figures?: string[] };

/** 一行: what the file says in each column, as text. */
export type Given = Record<string, string>;
