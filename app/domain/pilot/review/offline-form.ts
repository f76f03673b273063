import type { Document } from '#app/domain/base/documents/model.ts';
import { type SheetCell, type SheetPlan, type SheetRule, writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { fullWidth } from '#app/domain/base/standard/model.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import { answersWanted, type RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import { offlineWords } from '#app/i18n/offline.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { levelsFor, type NotedMark } from './marks.ts';
import { blankMark } from './merge-marks.ts';
import { getMyAssignment, isOpenToMarks, marksOf } from './my-reviews.ts';
import { codeOf, markPrint } from './offline-code.ts';

/** 离线评分表的列: letters of the cells that are filled in, and the two hidden ones. */
export const offlineColumns = { level: 2, score: 3, note: 4, page: 5, item: 6, was: 7 } as const;
export const overallItem = 'overall';
const letters = 'ABCDEFGH';

/** 离线评分表: the rubric of one's own review as a workbook, with what is saved so far; no papers, and nobody's name. */
export async function makeOfflineForm(ctx: Ctx, id: string): Promise<Document> {
  const mine = await getMyAssignment(ctx, id);
  const { assignment, application, call } = mine;
  if (assignment.state === 'assigned') throw new Refusal('assignment-not-accepted');
  if (assignment.state !== 'accepted') throw new Refusal('assignment-not-open');
  if (!isOpenToMarks(mine)) throw new Refusal('round-closed');
  const rubric = await rubricOfCall(ctx, call);
  const words = offlineWords[ctx.locale].sheet;
  const plan = planOf(ctx, rubric, {
    title: words.title(application.number), call: ctx.locale === 'en' && call.titleEn ? call.titleEn : call.title, code: codeOf({ assignmentId: id, revision: assignment.revision }, ctx.actor.id, rubric),
    range: { from: call.review.scoreFrom, to: call.review.scoreTo }, overall: assignment.overall, marks: new Map((await marksOf(ctx, id)).map((mark) => [mark.itemId, mark])),
  });
  return { name: `${words.name}-${application.number}`, format: 'xlsx', content: await writeSheets([plan]) };
}

type Filled = { title: string; call: string; code: string; range: { from: number; to: number }; overall: string; marks: ReadonlyMap<string, NotedMark> };

function planOf(ctx: Ctx, rubric: RubricContent, filled: Filled): SheetPlan {
  const words = offlineWords[ctx.locale].sheet;
  const { levels } = rubricsWords[ctx.locale];
  const said = (one: { zh: string; en: string }) => (ctx.locale === 'en' ? one.en : fullWidth(one.zh));
  const named = new Map([...rubric.items, ...rubric.mustRules, ...rubric.negativeList].map((one) => [one.id, one]));
  const cell = (text: string, looks: SheetCell['looks'] = 'label'): SheetCell => ({ text, looks });
  const rows: SheetCell[][] = [
    [cell(filled.title, 'title')], [cell(`${words.call} ${filled.call}`, 'note')], [cell(words.hint, 'note')], [cell(`${words.code} ${filled.code}`, 'note')],
    [...words.head, 'item', 'was'].map((head) => cell(head, 'head')),
  ];
  const across = [0, 1, 2, 3];
  const rules: SheetRule[] = [];
  let part = 'item';
  for (const one of answersWanted(rubric)) {
    if (one.part !== part) {
      part = one.part;
      across.push(rows.length);
      rows.push([cell(words.parts[one.part === 'negative' ? 'negative' : 'must'], 'head')]);
    }
    const mark = filled.marks.get(one.id) ?? blankMark(one.id);
    const isScored = one.part === 'item' && rubric.level === 'section';
    rows.push([
      cell(one.part === 'negative' ? '' : one.id), cell(said(named.get(one.id)!)), isScored ? cell('', 'note') : cell(mark.level ? levels[mark.level] : '', 'answer'),
      isScored ? cell(mark.score === null ? '' : String(mark.score), 'figure') : cell('', 'note'), cell(mark.note, 'answer'), cell(mark.page, 'answer'), cell(one.id, 'note'), cell(markPrint(mark), 'note'),
    ]);
    const at = (column: number) => `${letters[column]}${rows.length}`;
    rules.push(isScored
      ? { kind: 'number', range: at(offlineColumns.score), least: filled.range.from, most: filled.range.to, message: words.badScore(filled.range.from, filled.range.to) }
      : { kind: 'list', range: at(offlineColumns.level), values: levelsFor(one.part).map((level) => levels[level]), message: words.badLevel });
  }
  rows.push([cell(''), cell(words.overall), cell('', 'note'), cell('', 'note'), cell(filled.overall, 'answer'), cell('', 'note'), cell(overallItem, 'note'), cell(markPrint({ ...blankMark(overallItem), note: filled.overall }), 'note')]);
  rules.push({ kind: 'length', range: `${letters[offlineColumns.note]}6:${letters[offlineColumns.note]}${rows.length - 1}`, most: 2000, message: words.badLength(2000) });
  rules.push({ kind: 'length', range: `${letters[offlineColumns.page]}6:${letters[offlineColumns.page]}${rows.length}`, most: 120, message: words.badLength(120) });
  return { name: words.name, widths: [8, 52, 14, 10, 48, 26, 10, 18], hidden: [offlineColumns.item, offlineColumns.was], rows, rules: joined(rules), across, frozenRows: 5 };
}

/** Lists of one kind share one rule a run of cells, so that the hidden sheet of lists stays small. */
function joined(rules: readonly SheetRule[]): SheetRule[] {
  const runs: SheetRule[] = [];
  for (const rule of rules) {
    const last = runs.at(-1);
    const isAlike = last?.kind === 'list' && rule.kind === 'list' && last.values.join() === rule.values.join() && rowOf(rule.range) === rowOf(last.range) + 1;
    if (isAlike) last.range = `${last.range.split(':')[0]}:${rule.range}`;
    else runs.push({ ...rule });
  }
  return runs;
}

function rowOf(range: string): number {
  return Number(/(\d+)$/.exec(range)![1]);
}
