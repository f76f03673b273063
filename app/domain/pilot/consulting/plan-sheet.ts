import { type SheetCell, writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Task } from './read.ts';

/** The columns, in the order of the words of the head; a row without an id is a new task. */
export const sheetColumns = { id: 0, title: 1, details: 2, owner: 3, partner: 4, startsOn: 5, dueOn: 6, cost: 7, rules: 8, state: 9 } as const;
/** Rows above the tasks: title, hint, blank, head. */
export const headRows = 4;
const emptyRows = 30;

/** 任务表: today's tasks, and empty rows for new ones. */
export function planSheet(ctx: Ctx, title: string, tasks: readonly Task[]): Promise<Uint8Array> {
  const all = consultingWords[ctx.locale];
  const cell = (text: string, looks: SheetCell['looks']): SheetCell => ({ text, looks });
  const rowOf = (task: Task) => [task.id, task.title, task.details, task.owner, task.partner, task.startsOn, task.dueOn, task.cost === null ? '' : String(task.cost), task.ruleIds.join(' '), all.taskStates[task.state]];
  const rows = [
    [cell(title, 'title')], [cell(all.sheet.hint, 'note')], [cell('', 'note')], all.sheet.head.map((head) => cell(head, 'head')),
    ...tasks.map((task) => rowOf(task).map((text) => cell(text, 'label'))),
    ...Array.from({ length: emptyRows }, () => all.sheet.head.map((_, at) => cell('', at === sheetColumns.id || at === sheetColumns.state ? 'label' : 'answer'))),
  ];
  return writeSheets([{ name: all.sheet.name, widths: [10, 34, 40, 16, 20, 13, 13, 16, 18, 12], hidden: [], rows, rules: [], across: [0, 1, 2], frozenRows: headRows }]);
}
