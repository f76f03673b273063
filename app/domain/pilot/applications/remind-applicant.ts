import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getSubmitted } from './submitted.ts';
import { tellApplicants } from './tell-applicants.ts';

/** 提醒补正: those who work on a returned application hear of the last day to answer; an officer may do so once a day. */
export function remindApplicant(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await getSubmitted(tx, id);
    allow(tx, 'application.remind', application);
    if (application.status !== 'returned') throw new Refusal('application-not-returned');
    const told = await tellApplicants(tx, id, 'answer-due', `reminded-${id}-${beijingDay(tx.now)}`);
    if (told === '0') throw new Refusal('reminded-today');
    await tx.record('application.reminded', application, { number: application.number });
  });
}
