import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { refuseInvolved } from '#app/domain/pilot/review/involved.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { applicantQuestions } from './tables.server.ts';

/** 转交询问: the office passes the question on in its own words, by a day; the applicant is asked by the office, not by an expert. */
export function forwardQuestion(ctx: Ctx, applicationId: string, questionId: string, input: { text: string; dueOn: string }): Promise<void> {
  return handle(ctx, applicationId, questionId, 'question.forwarded', (day) => {
    if (input.dueOn <= day) throw new Refusal('question-day-past', 400);
    return { columns: { state: 'forwarded', forwarded: input.text, dueOn: input.dueOn }, facts: { dueOn: input.dueOn } };
  });
}

/** 不予转交: with the reason, which only the one who asked is told. */
export function declineQuestion(ctx: Ctx, applicationId: string, questionId: string, input: { reason: string }): Promise<void> {
  return handle(ctx, applicationId, questionId, 'question.declined', () => ({ columns: { state: 'declined', declinedWhy: input.reason }, facts: {} }));
}

type Handled = { columns: Partial<typeof applicantQuestions.$inferInsert>; facts: Record<string, string> };

function handle(ctx: Ctx, applicationId: string, questionId: string, event: 'question.forwarded' | 'question.declined', work: (day: string) => Handled): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await getSubmitted(tx, applicationId);
    allow(tx, 'question.handle', application);
    await refuseInvolved(tx, applicationId);
    const { columns, facts } = work(beijingDay(tx.now));
    if (application.status !== 'in-review') throw new Refusal('application-not-in-review');
    const one = and(eq(applicantQuestions.id, questionId), eq(applicantQuestions.applicationId, applicationId));
    const [known] = await tx.db.select({ state: applicantQuestions.state }).from(applicantQuestions).where(one).for('update');
    if (!known) throw new Refusal('question-to-applicant-not-found', 404);
    if (known.state !== 'asked') throw new Refusal('question-handled');
    await tx.db.update(applicantQuestions).set({ ...columns, handledBy: tx.actor.id, handledAt: tx.now }).where(one);
    await tx.record(event, { id: questionId, regionCode: application.regionCode }, { applicationId, ...facts });
  });
}
