import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { handledAlso, holdAlert, takeStep } from './hold-alert.ts';
import type { AnswerInput } from './input.ts';

/** 答复: why it is so, what will be done and by when. Somebody else reads it and closes. */
export function answerAlert(ctx: Ctx, id: string, { reason, measure, measureBy }: AnswerInput): Promise<void> {
  return change(ctx, async (tx) => {
    const alert = await holdAlert(tx, id);
    allow(tx, 'warning.answer', alert);
    if (alert.state !== 'open') throw new Refusal('alert-not-open');
    if (measureBy !== null && measureBy < beijingDay(tx.now)) throw new Refusal('measure-in-the-past', 422);
    const owner = alert.ownerId === null ? { ownerId: tx.actor.id, ownerName: tx.actor.name } : {};
    await takeStep(tx, alert, 'answered', { ...owner, handledBy: handledAlso(alert, tx.actor.id), state: 'answered', reason, measure, measureBy, answeredById: tx.actor.id, answeredByName: tx.actor.name, answeredAt: tx.now }, measure);
    await tx.record('alert.answered', alert, { rule: alert.rule, level: alert.level, isLate: alert.dueOn < beijingDay(tx.now) });
  });
}
