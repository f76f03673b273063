import type { PlanContent } from './model.ts';

/** 表里的毛病: where it stands (rows and columns from nought) and what is wrong; each code has its sentence. */
export const tableFaults = [
  'twice-head', 'year-outside', 'title-years', 'years-differ', 'indicator-unknown', 'indicator-two', 'code-and-name', 'indicator-twice', 'no-indicator', 'no-action', 'unit', 'department', 'swapped', 'target-words',
  'target-bounds', 'target-range', 'target-twice', 'target-shared', 'too-long', 'due', 'budget',
  'number-unreadable', 'number-is-date', 'number-not-exact', 'number-negative', 'number-one-unclear', 'number-wrong-sign', 'number-range', 'number-blanks',
] as const;
export type TableFaultCode = (typeof tableFaults)[number];

/** The row of what stands before a table of a document. */
export const aboveTable = -1;
export type Place = { table: number; row: number; column: number };
export type TableFault = Place & { code: TableFaultCode; figures: string[] };

/** 提醒: read, but worth a look. */
export const tableNotes = ['column-unread', 'share', 'across-years', 'last-year', 'foot', 'milestone-due', 'first-leads', 'department-renamed'] as const;
export type TableNote = Place & { code: (typeof tableNotes)[number]; figures: string[] };

/** 读出的计划: what stands in the table, what is wrong, what is worth a look; `sheets` names the tables. */
export type PlanReading = { title: string; content: PlanContent; faults: TableFault[]; notes: TableNote[]; isWord: boolean; sheets: string[] };

/** 计划表状态: shown; made into a plan. */
export const planTableStates = ['preview', 'taken'] as const;
export type PlanTableState = (typeof planTableStates)[number];

/** How many faults are shown of one table. */
export const mostFaults = 300;
