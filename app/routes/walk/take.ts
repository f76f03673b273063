import { helpFor } from '#app/domain/children/help/read.ts';
import { readingsOf } from '#app/domain/children/child-versions/readings.ts';
import { TakeInput } from '#app/domain/service/walks/input.ts';
import type { WalkAlong } from '#app/domain/service/walks/package.ts';
import { takeWalk } from '#app/domain/service/walks/take-walk.ts';
import { childWalkAppWords } from '#app/i18n/child-walk-app.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { answerPhone } from '#app/routes/phone/answer-phone.ts';
import type { Route } from './+types/take.ts';

/** 带走一次走查: by its code, without an account. With it go the readings of all that is said to children, since the phone has no dictionary, and whom they may turn to. */
export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answerPhone(ctx, async (): Promise<WalkAlong> => {
    const asked = TakeInput.safeParse(await request.json().catch(() => undefined));
    if (!asked.success) throw new Refusal('walk-code-unknown', 400);
    const pack = await takeWalk(ctx, asked.data);
    const help = { 'zh-CN': await helpFor({ ...ctx, locale: 'zh-CN' }, pack.walk.regionCode), en: await helpFor({ ...ctx, locale: 'en' }, pack.walk.regionCode) };
    const texts = [help['zh-CN'].adult, ...pack.points.map(({ text }) => text['zh-CN']), ...pack.spots.map(({ name }) => name['zh-CN']), ...sentencesOf(childWalkAppWords['zh-CN'])];
    return { ...pack, help, readings: Object.fromEntries(texts.filter(Boolean).map((text) => [text, readingsOf(text)])) };
  });
}

/** Every sentence of the words, at whatever depth. */
function sentencesOf(words: object): string[] {
  return Object.values(words).flatMap((word: unknown) => (typeof word === 'string' ? [word] : typeof word === 'object' && word !== null ? sentencesOf(word) : []));
}
