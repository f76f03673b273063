import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { evaluatorOf, holdEvaluation, onlyEvaluator, rowOf } from './hold.ts';
import { itemsOf, levelsOf } from './items.ts';
import { evaluations } from './tables.server.ts';

/** 送社区看: when every item is judged and the whole is summed up; what is shown is kept, and the days for the comment begin. */
export function sendForComment(ctx: Ctx, code: string, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await holdEvaluation(tx, code, id);
    await onlyEvaluator(tx, row);
    if (row.state !== 'drafting') throw new Refusal('evaluation-with-community');
    const shown = Object.fromEntries((await levelsOf(tx, row)).flatMap(({ id: item, level }) => (level ? [[item, level] as const] : [])));
    if ((await itemsOf(tx, row)).some((item) => !shown[item.id])) throw new Refusal('evaluation-items-missing');
    if (row.summary.trim() === '') throw new Refusal('evaluation-summary-missing');
    const commentUntil = await addWorkdays(tx, beijingDay(tx.now), row.settings.commentDays);
    await tx.db.update(evaluations).set({ state: 'commenting', shown, commentUntil, commentedAt: null, revision: row.revision + 1 }).where(rowOf(row));
    await tx.record('evaluation.sent-for-comment', { id, regionCode: row.regionCode }, { until: commentUntil });
  });
}

/** 提出意见: the community's word before it is concluded; once each time it is shown. */
export function commentOn(ctx: Ctx, code: string, id: string, comment: string): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await holdEvaluation(tx, code, id);
    if (row.state !== 'commenting') throw new Refusal('evaluation-not-found', 404);
    allow(tx, 'evaluation.comment', row);
    if (row.commentedAt) throw new Refusal('evaluation-commented-already');
    if (beijingDay(tx.now) > row.commentUntil!) throw new Refusal('evaluation-comment-over');
    const said = row.comment === '' ? comment : `${row.comment}\n\n${comment}`;
    await tx.db.update(evaluations).set({ comment: said, commentedByName: tx.actor.name, commentedAt: tx.now, revision: row.revision + 1 }).where(rowOf(row));
    await tx.record('evaluation.commented', { id, regionCode: row.regionCode });
  });
}

/** 退回修改: by its evaluator, or by whoever would conclude it; it is shown to the community anew. */
export function sendBack(ctx: Ctx, code: string, id: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await holdEvaluation(tx, code, id);
    if ((await evaluatorOf(tx, id)) !== tx.actor.id) allow(tx, 'evaluation.conclude', row);
    if (row.state !== 'commenting') throw new Refusal('evaluation-not-shown');
    await tx.db.update(evaluations).set({ state: 'drafting', shown: null, commentUntil: null, revision: row.revision + 1 }).where(rowOf(row));
    await tx.record('evaluation.sent-back', { id, regionCode: row.regionCode }, { reason });
  });
}
