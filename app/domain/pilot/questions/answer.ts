import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { ownFile } from '#app/domain/base/files/read.ts';
import { getApplication } from '#app/domain/pilot/applications/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { AnswerInput } from './input.ts';
import { mayStillAnswer, mostAnswerPapers } from './model.ts';
import { answerPapers, applicantQuestions } from './tables.server.ts';

/** 答复询问: once, until the end of the last day, with papers if there are any; every reviewer of the application then reads it. */
export function answerQuestion(ctx: Ctx, applicationId: string, input: AnswerInput): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await getApplication(tx, applicationId);
    allow(tx, 'question.answer', { regionCode: application.applicantCode });
    const one = and(eq(applicantQuestions.id, input.questionId), eq(applicantQuestions.applicationId, applicationId));
    const [known] = await tx.db.select().from(applicantQuestions).where(one).for('update');
    if (!known || known.state === 'asked' || known.state === 'declined') throw new Refusal('question-to-applicant-not-found', 404);
    if (known.state === 'answered') throw new Refusal('question-answered');
    if (application.status !== 'in-review') throw new Refusal('question-over');
    if (!mayStillAnswer(known, beijingDay(tx.now))) throw new Refusal('question-late');
    if (input.fileIds.length > mostAnswerPapers) throw new Refusal('papers-full');
    for (const fileId of input.fileIds) {
      await ownFile(tx, fileId);
      await tx.db.insert(answerPapers).values({ questionId: known.id, fileId }).onConflictDoNothing();
    }
    await tx.db
      .update(applicantQuestions)
      .set({ state: 'answered', answer: input.text, answeredBy: tx.actor.id, answeredByName: tx.actor.name, answeredAt: tx.now })
      .where(one);
    await tx.record('question.answered', { id: known.id, regionCode: application.regionCode }, { applicationId, papers: input.fileIds.length });
  });
}
