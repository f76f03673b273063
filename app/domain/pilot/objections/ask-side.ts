import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdOpen } from './hold-objection.ts';
import type { AskInput } from './input.ts';
import { clockOf } from './model.ts';
import { objectionMessages } from './tables.server.ts';

/** 询问一方: whoever objected reads it with the code, the applicant on the page of the application; neither reads the other. */
export function askSide(ctx: Ctx, id: string, { side, body }: AskInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { objection, regionCode, settings } = await holdOpen(tx, id);
    if (side === 'applicant' && !objection.applicationId) throw new Refusal('objection-about-list');
    const dueOn = await addWorkdays(tx, beijingDay(tx.now), clockOf(settings).statementDays);
    await tx.db.insert(objectionMessages).values({ objectionId: id, side, isFromOffice: true, body, by: tx.actor.id, byName: tx.actor.name, dueOn, at: tx.now });
    await tx.record('objection.asked', { id, regionCode }, { side, dueOn, applicationId: objection.applicationId });
  });
}
