import { eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Question, questionsOf, type QuestionSet } from './model.ts';
import { questionSets } from './tables.server.ts';

const published = new Map<string, QuestionSet>();

/** 题集: a published one never changes, so each process reads it once. */
export async function getQuestionSet(ctx: Ctx, id: string): Promise<QuestionSet> {
  const known = published.get(id);
  if (known) return known;
  const [row] = await ctx.db.select().from(questionSets).where(eq(questionSets.id, id));
  if (!row) throw new Refusal('question-set-not-found', 404);
  if (row.publishedAt) published.set(id, row.content);
  return row.content;
}

/** The question of that id, or a refusal: nobody answers a question that was not asked. */
export function questionOf(set: QuestionSet, id: string): Question {
  const question = questionsOf(set).find((one) => one.id === id);
  if (!question) throw new Refusal('question-not-found', 400);
  return question;
}
