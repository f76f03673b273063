import { and, eq } from 'drizzle-orm';
import { questionsOf, type QuestionSet } from '#app/domain/pilot/calls/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { compareRounds } from './compare-rounds.ts';
import { returnedItems } from './form.ts';
import type { Status } from './model.ts';
import { submissions, type SubmittedContent } from './tables.server.ts';

type Application = { id: string; status: Status; round: number };
type Filled = Pick<SubmittedContent, 'answers' | 'papers'>;

/** 未改动的退回项: what was returned and stands as it stood when it was handed in; an empty name is the whole form. */
export async function unchangedReturns(ctx: Ctx, { id, status, round }: Application, set: QuestionSet, now: Filled): Promise<string[]> {
  if (status !== 'returned') return [];
  const items = new Set((await returnedItems(ctx, id, round)).map(({ item }) => item));
  const [last] = await ctx.db.select({ content: submissions.content }).from(submissions).where(and(eq(submissions.applicationId, id), eq(submissions.round, round)));
  if (!last) return [];
  const { answers, papers } = compareRounds(set, last.content, { ...now, selfCheck: [] });
  const questions = questionsOf(set);
  const isChanged = (item: string) => {
    const question = questions.find((one) => one.id === item);
    if (!question) return answers.length + papers.length > 0;
    return question.paper ? papers.some(({ paper }) => paper === question.paper) : answers.some(({ questionId }) => questionId === item);
  };
  return [...items].filter((item) => !isChanged(item)).map((item) => (questions.some(({ id: known }) => known === item) ? item : ''));
}

/** 答复退回: every returned item is changed, or the applicant says in a sentence why it may stay as it is. */
export async function requireAnswerToReturn(ctx: Ctx, application: Application, set: QuestionSet, content: SubmittedContent): Promise<void> {
  if (content.explanation) return;
  if ((await unchangedReturns(ctx, application, set, content)).length > 0) throw new Refusal('return-unanswered', 400);
}
