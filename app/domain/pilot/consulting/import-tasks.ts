import { readSheetUpload } from '#app/domain/base/documents/read-upload.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdPlan } from './hold-plan.ts';
import { TaskInput } from './input.ts';
import { headRows, sheetColumns } from './plan-sheet.ts';
import { getPlan } from './read.ts';
import { addTaskTo } from './save-task.ts';

/** 看不懂的行: which row, and what is wrong with it. */
export type SheetFault = { row: number; wrong: 'title' | 'days' | 'cost' | 'rules' };

/** 从表格导入任务: rows without an id are new tasks; one row that cannot be read, and none is taken in. */
export async function importTasks(ctx: Ctx, regionCode: string, content: Uint8Array): Promise<{ added: number; faults: SheetFault[] }> {
  allow(ctx, 'plan.edit', { regionCode });
  const plan = await getPlan(ctx, regionCode);
  const [sheet] = await readSheetUpload(content);
  const known = new Set(rulesOf(await getEdition(ctx, plan.editionId)).map(({ id }) => id));
  const rows = (sheet?.rows ?? []).slice(headRows).map((cells, at) => ({ row: at + headRows + 1, cells })).filter(({ cells }) => isNew(cells));
  if (rows.length === 0) throw new Refusal('sheet-without-tasks', 400);
  const read = rows.map(({ row, cells }) => ({ row, parsed: TaskInput.safeParse(inputOf(cells)), rules: rulesIn(cells) }));
  const faults = read.flatMap(({ row, parsed, rules }): SheetFault[] => {
    if (!parsed.success) return [{ row, wrong: faultOf(String(parsed.error.issues[0]!.path[0])) }];
    return rules.every((id) => known.has(id)) ? [] : [{ row, wrong: 'rules' }];
  });
  if (faults.length > 0) return { added: 0, faults };
  await change(ctx, async (tx) => {
    const held = await holdPlan(tx, regionCode);
    for (const { parsed } of read) await addTaskTo(tx, held, parsed.data!, { source: 'sheet', sourceId: '' });
    await tx.record('construction-plan.imported', held, { tasks: read.length });
  });
  return { added: read.length, faults: [] };
}

const textAt = (cells: readonly string[], column: keyof typeof sheetColumns) => (cells[sheetColumns[column]] ?? '').trim();
const isNew = (cells: readonly string[]) => textAt(cells, 'id') === '' && (['title', 'owner', 'startsOn', 'dueOn'] as const).some((column) => textAt(cells, column) !== '');
const rulesIn = (cells: readonly string[]) => textAt(cells, 'rules').split(/[\s,，、;；]+/).filter(Boolean);

function inputOf(cells: readonly string[]) {
  const day = (column: 'startsOn' | 'dueOn') => textAt(cells, column).replaceAll(/[./年月]/g, '-').replace(/日$/, '').replace(/^(\d{4})-(\d)-/, '$1-0$2-').replace(/-(\d)$/, '-0$1');
  return {
    title: textAt(cells, 'title'), details: textAt(cells, 'details'), owner: textAt(cells, 'owner'), partner: textAt(cells, 'partner'),
    startsOn: day('startsOn'), dueOn: day('dueOn'), cost: textAt(cells, 'cost').replaceAll(/[,，元\s]/g, ''), rules: rulesIn(cells), goalId: '',
  };
}

function faultOf(field: string): SheetFault['wrong'] {
  if (field === 'startsOn' || field === 'dueOn') return 'days';
  return field === 'cost' || field === 'rules' ? field : 'title';
}
