import { expect, test } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import type { Refusal } from '#app/platform/refusal.ts';
import { ctxOf } from '#tests/world.ts';
import { makeAnswer } from './make-answer.ts';
import { atOnce } from './model.ts';

const from = (address: string) => ({ ...ctxOf({} as Db), address });
const told = (asked: Promise<unknown>) => asked.then(() => 'made', ({ code, status, afterSeconds }: Refusal) => [code, status, afterSeconds]);

test('long answers are made few at a time, in order; one caller has two in hand, and a long line is told to come later', async () => {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  const ask = (who: string) => makeAnswer(from(who), () => {
    begun.push(who);
    ends.set(who, Promise.withResolvers());
    return ends.get(who)!.promise;
  });
  const others = Array.from({ length: atOnce.waiting }, (_, nth) => `192.0.2.${nth + 2}`);
  const first = [ask('a'), ask('a')];
  expect(await told(ask('a'))).toEqual(['files-at-once', 429, 5]);
  const waiting = others.map(ask);
  expect(await told(ask('late'))).toEqual(['files-busy', 503, 10]);
  expect(begun).toEqual(['a', 'a']);
  ends.get('a')!.reject(new Error('broken'));
  expect(await told(first[1]!)).toEqual([undefined, undefined, undefined]);
  await expect.poll(() => begun).toEqual(['a', 'a', others[0]]);
  for (const [nth, who] of others.entries()) {
    await expect.poll(() => begun.at(-1)).toBe(who);
    ends.get(who)!.resolve();
    await waiting[nth];
  }
  expect(begun).toEqual(['a', 'a', ...others]);
});
