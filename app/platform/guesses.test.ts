import { describe, expect } from 'vitest';
import { ctxOf, test, today } from '#tests/world.ts';
import { countGuess, type Guesser, refuseGuessing } from './guesses.ts';

const guesser = (who: string): Guesser => ({ kind: 'word', who, bounds: [{ most: 2, seconds: 60 }, { most: 3, seconds: 3600 }] });
const after = (seconds: number) => new Date(today.getTime() + seconds * 1000);

describe('guessing', () => {
  test('waits a short time first and a long time then, and is told how long', async ({ db }) => {
    const here = guesser('192.0.2.1');
    const guess = async (sign: string, now = today) => {
      await refuseGuessing(ctxOf(db, undefined, now), here);
      await countGuess(ctxOf(db, undefined, now), here, sign);
    };
    await guess('a');
    await guess('b');
    await expect(guess('c')).rejects.toMatchObject({ code: 'too-many-guesses', status: 429, afterSeconds: 60 });
    await guess('c', after(61));
    await expect(guess('d', after(62))).rejects.toMatchObject({ afterSeconds: 3600 - 62 });
    await guess('d', after(3601));
  });

  test('counts the same wrong one once, and everybody apart', async ({ db }) => {
    const ctx = ctxOf(db);
    for (let n = 0; n < 5; n += 1) await countGuess(ctx, guesser('192.0.2.1'), 'same');
    await refuseGuessing(ctx, guesser('192.0.2.1'));
    for (const sign of ['a', 'b']) await countGuess(ctx, guesser('192.0.2.2'), sign);
    await expect(refuseGuessing(ctx, guesser('192.0.2.2'))).rejects.toThrow('too-many-guesses');
    await refuseGuessing(ctx, guesser('192.0.2.1'));
  });

  test('from all addresses of one IPv6 line is counted together', async ({ db }) => {
    const ctx = ctxOf(db);
    await countGuess(ctx, guesser('2001:db8:1:2::9'), 'a');
    await countGuess(ctx, guesser('2001:db8:1:2:3::1'), 'b');
    await expect(refuseGuessing(ctx, guesser('2001:0db8:1:2::7'))).rejects.toThrow('too-many-guesses');
  });
});
