import { eq, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { getMyAssignment } from '#app/domain/pilot/review/my-reviews.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { mostQuestions } from './model.ts';
import { applicantQuestions } from './tables.server.ts';

/** 向申报单位询问: while their own review is open an expert asks the office, which passes it on; nobody else learns who asked. */
export function askApplicant(ctx: Ctx, assignmentId: string, input: { text: string }): Promise<string> {
  return change(ctx, async (tx) => {
    allowAnywhere(tx, 'question.ask');
    const { assignment, application } = await getMyAssignment(tx, assignmentId);
    await tx.db.select({ id: assignments.id }).from(assignments).where(eq(assignments.id, assignmentId)).for('update');
    if (assignment.state === 'assigned') throw new Refusal('assignment-not-accepted');
    if (assignment.state !== 'accepted') throw new Refusal('assignment-not-open');
    const { rows } = await tx.db.execute<{ n: number }>(sql`select count(*)::int as n from ${applicantQuestions} where ${applicantQuestions.assignmentId} = ${assignmentId}`);
    if (rows[0]!.n >= mostQuestions) throw new Refusal('questions-full');
    const [made] = await tx.db
      .insert(applicantQuestions)
      .values({ applicationId: application.id, assignmentId, asked: input.text, askedAt: tx.now })
      .returning({ id: applicantQuestions.id });
    await tx.record('question.asked', { id: made!.id, regionCode: application.regionCode }, { applicationId: application.id });
    return made!.id;
  });
}
