import { englishNames, officially } from '#app/domain/base/regions/name-in.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Answer, answerQuestion } from './answer-question.ts';
import type { Question } from './input.ts';
import { most, perMinute } from './model.ts';

/** 计数: nobody asks more often in a minute than the others can bear; who asks by a token has been counted already. */
export async function countQuestion({ actor, ...ctx }: Ctx, kind: keyof typeof perMinute): Promise<void> {
  if (!actor.token) await limit({ ...ctx, actor }, `ask-${kind}:${actor.id || (ctx.address ?? 'unknown')}`, perMinute[kind], 60);
}

/** 一条消息: whole or not at all, since others take it for all there is; places are named in both languages. */
export async function wholeMessage(ctx: Ctx, question: Question) {
  const answer = await wholeAnswer(officially(ctx), question, { limit: most.messageFigures });
  if (answer.next !== null) throw new Refusal('message-too-large', 400);
  const english = new Map((await englishNames(ctx, answer.places.meant.map(({ code }) => code))).map((each) => [each.code, each.english]));
  return { ...answer, places: { ...answer.places, meant: answer.places.meant.map((place) => ({ ...place, english: english.get(place.code) })) } };
}

/** 整个回答, for a file or a program: a question that is too large is told what to leave out. */
export async function wholeAnswer(ctx: Ctx, question: Question, page: { after?: string | undefined; limit?: number } = {}): Promise<Answer> {
  const answer = await answerQuestion(ctx, question, page);
  if (answer.isTooLarge) throw new Refusal('question-too-large', 400);
  return answer;
}
