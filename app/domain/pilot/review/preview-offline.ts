import { readSheetUpload } from '#app/domain/base/documents/read-upload.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { NotedMark } from './marks.ts';
import { blankMark, isSameMark } from './merge-marks.ts';
import { getMyAssignment, isOpenToMarks, marksOf } from './my-reviews.ts';
import { findCode, isGenuine, markPrint } from './offline-code.ts';
import { overallItem } from './offline-form.ts';
import { notTakenBack } from './score.ts';
import { type OfflineFault, readOfflineRows } from './read-offline.ts';

/** 一项改动: what is saved and what the form says; a clash was also changed online after the form was made. */
export type OfflineLine = { itemId: string; cell: string; now: NotedMark; file: NotedMark; isClash: boolean };
export type OfflinePreview = { revision: number; isStale: boolean; lines: OfflineLine[]; keptOnline: number; faults: OfflineFault[]; missing: string[] };

/** 核对传回的评分表: what it would change in one's own review. Nothing is written; a form of another review, or one that was altered, is refused. */
export async function previewOffline(ctx: Ctx, id: string, file: { name: string; content: Uint8Array }): Promise<OfflinePreview> {
  await notTakenBack(ctx, id);
  const mine = await getMyAssignment(ctx, id);
  const { assignment, call } = mine;
  if (assignment.state === 'assigned') throw new Refusal('assignment-not-accepted');
  if (assignment.state !== 'accepted') throw new Refusal('assignment-not-open');
  if (!isOpenToMarks(mine)) throw new Refusal('round-closed');
  if (!/\.xlsx$/i.test(file.name)) throw new Refusal('offline-not-excel', 400);
  await limit(ctx, `offline:${ctx.actor.id}`, 30, 600);

  const rubric = await rubricOfCall(ctx, call);
  const sheets = await readSheetUpload(file.content);
  const sheet = sheets.find(({ rows }) => findCode(rows.slice(0, 20).flat().join(' ')));
  const code = sheet && findCode(sheet.rows.slice(0, 20).flat().join(' '));
  if (!sheet || !code) throw new Refusal('offline-not-ours', 400);
  if (code.assignmentId !== id) throw new Refusal('offline-foreign', 400);
  if (!isGenuine(code, ctx.actor.id, rubric)) throw new Refusal('offline-altered', 400);

  const { rows, overall, faults, missing } = readOfflineRows(sheet, rubric, { from: call.review.scoreFrom, to: call.review.scoreTo });
  const saved = new Map((await marksOf(ctx, id)).map((mark) => [mark.itemId, mark]));
  const whole = overall ? [...rows, { mark: { ...blankMark(overallItem), note: overall.text }, was: overall.was, cell: '' }] : rows;
  saved.set(overallItem, { ...blankMark(overallItem), note: assignment.overall });
  const preview: OfflinePreview = { revision: assignment.revision, isStale: code.revision !== assignment.revision, lines: [], keptOnline: 0, faults, missing };
  for (const { mark, was, cell } of whole) {
    const now = saved.get(mark.itemId) ?? blankMark(mark.itemId);
    if (isSameMark(mark, now)) continue;
    if (markPrint(mark) === was) preview.keptOnline += 1;
    else preview.lines.push({ itemId: mark.itemId, cell, now, file: mark, isClash: markPrint(now) !== was });
  }
  return preview;
}
