import { and, eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { itemsToJudge } from './checklist.ts';
import { canMove, type Status } from './model.ts';
import { checkedAutomatically, getHanded, getSubmitted, listVerdicts } from './submitted.ts';
import { applications } from './tables.server.ts';

/** 核验中的申报: the application while it is being checked, held so that two officers come one after the other. */
export async function inCheck(tx: Ctx, id: string, round?: number) {
  const { status } = await getSubmitted(tx, id);
  if (status !== 'submitted') throw new Refusal('application-not-in-check');
  await tx.db.execute(sql`select 1 from ${applications} where ${applications.id} = ${id} for update`);
  const application = await getSubmitted(tx, id);
  if (application.status !== 'submitted' || (round !== undefined && application.round !== round)) throw new Refusal('changed-meanwhile');
  return application;
}

/** 资料核验通过: every item judged, nothing returned; the application goes on to review. */
export function completeCheck(ctx: Ctx, id: string, input: { round: number }): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await inCheck(tx, id, input.round);
    allow(tx, 'application.check', application);
    const verdicts = await listVerdicts(tx, id, application.round);
    if (verdicts.some(({ verdict }) => verdict === 'return')) throw new Refusal('check-has-returns');
    const automatic = await checkedAutomatically(tx, await getHanded(tx, id));
    const failed = automatic.filter(({ isOk }) => !isOk).map((each) => each.id);
    const judged = verdicts.map(({ item }) => item);
    if (itemsToJudge(failed).some((item) => !judged.includes(item))) throw new Refusal('check-items-open');

    await move(tx, application, { status: 'complete', checkDueOn: null });
    await tx.record('application.complete', application, { number: application.number, round: application.round });
  });
}

/** 退回补正: with a reason for every returned item; the applicant sees exactly these and answers within the days of the call. */
export function returnApplication(ctx: Ctx, id: string, input: { round: number }): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await inCheck(tx, id, input.round);
    allow(tx, 'application.check', application);
    const returned = (await listVerdicts(tx, id, application.round)).filter(({ verdict }) => verdict === 'return');
    if (returned.length === 0) throw new Refusal('check-nothing-returned');
    if (returned.some(({ reason }) => reason.trim() === '')) throw new Refusal('check-reason-missing');

    const answerDueOn = addDays(beijingDay(tx.now), application.call.check.returnDays);
    await move(tx, application, { status: 'returned', returnedAt: tx.now, answerDueOn, checkDueOn: null });
    await tx.record('application.returned', application, {
      number: application.number, round: application.round, answerDueOn, items: returned.map(({ item, reason }) => ({ item, reason })),
    });
  });
}

type Move = { status: Status } & Partial<Pick<typeof applications.$inferInsert, 'returnedAt' | 'answerDueOn' | 'checkDueOn' | 'decidedAt'>>;

/** 状态变更: one step of the status table, unless somebody else was quicker. */
export async function move(tx: Ctx, from: { id: string; status: Status }, to: Move): Promise<void> {
  if (!canMove(from.status, to.status)) throw new Refusal('changed-meanwhile');
  const moved = await tx.db
    .update(applications)
    .set({ ...to, updatedAt: tx.now })
    .where(and(eq(applications.id, from.id), eq(applications.status, from.status)))
    .returning({ id: applications.id });
  if (moved.length === 0) throw new Refusal('changed-meanwhile');
}
