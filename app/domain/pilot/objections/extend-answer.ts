import { eq } from 'drizzle-orm';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdOpen } from './hold-objection.ts';
import type { ReasonInput } from './input.ts';
import { clockOf } from './model.ts';
import { objections } from './tables.server.ts';

/** 延期答复: once, by the working days of the call, with the reason that whoever objected reads. */
export function extendAnswer(ctx: Ctx, id: string, { reason }: ReasonInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { objection, regionCode, settings } = await holdOpen(tx, id);
    if (objection.firstDueOn) throw new Refusal('objection-extended');
    const answerDueOn = await addWorkdays(tx, objection.answerDueOn, clockOf(settings).extensionDays);
    await tx.db.update(objections).set({ answerDueOn, firstDueOn: objection.answerDueOn, extensionReason: reason }).where(eq(objections.id, id));
    await tx.record('objection.extended', { id, regionCode }, { reason, from: objection.answerDueOn, to: answerDueOn });
  });
}
