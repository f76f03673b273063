import { and, eq, isNull } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hold } from './form.ts';
import { applications, submissions } from './tables.server.ts';

/** 撤回: until the last second of the last day; the draft is open again and the receipt says that it was withdrawn. */
export function withdrawApplication(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, id, 'application.withdraw');
    if (held.status !== 'submitted') throw new Refusal('application-not-withdrawable');
    if (beijingDay(tx.now) > held.closesOn || held.callState === 'closed') throw new Refusal('call-closed');

    await tx.db.update(submissions).set({ withdrawnAt: tx.now }).where(and(eq(submissions.applicationId, id), isNull(submissions.withdrawnAt)));
    await tx.db
      .update(applications)
      .set({ status: 'draft', submittedAt: null, checkDueOn: null, updatedAt: tx.now })
      .where(eq(applications.id, id));
    await tx.record('application.withdrawn', { id, regionCode: held.regionCode }, { number: held.number, round: held.round });
  });
}
