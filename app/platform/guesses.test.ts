import { describe, expect } from 'vitest';
import { ctxOf, test, today } from '#tests/world.ts';
import { guess, type Guesser } from './guesses.ts';

const guesser = (who: string): Guesser => ({ kind: 'word', who, bounds: [{ most: 2, seconds: 60 }, { most: 3, seconds: 3600 }] });
const after = (seconds: number) => new Date(today.getTime() + seconds * 1000);

const nothing = async () => undefined;

describe('guessing', () => {
  test('waits a short time first and a long time then, and is told how long', async ({ db }) => {
    const wrong = (sign: string, now = today) => guess(ctxOf(db, undefined, now), guesser('192.0.2.1'), [sign], nothing);
    await wrong('a');
    await wrong('b');
    await expect(wrong('c')).rejects.toMatchObject({ code: 'too-many-guesses', status: 429, afterSeconds: 60 });
    await wrong('c', after(61));
    await expect(wrong('d', after(62))).rejects.toMatchObject({ afterSeconds: 3600 - 62 });
    await wrong('d', after(3601));
  });

  test('counts the same wrong one once, a right one never, and everybody apart', async ({ db }) => {
    const ctx = ctxOf(db);
    for (let n = 0; n < 5; n += 1) await guess(ctx, guesser('192.0.2.1'), ['same'], nothing);
    for (let n = 0; n < 5; n += 1) expect(await guess(ctx, guesser('192.0.2.1'), [`right ${n}`], async () => 'found')).toBe('found');
    for (const sign of ['a', 'b']) await guess(ctx, guesser('192.0.2.2'), [sign], nothing);
    await expect(guess(ctx, guesser('192.0.2.2'), ['c'], async () => 'found')).rejects.toThrow('too-many-guesses');
    expect(await guess(ctx, guesser('192.0.2.1'), ['c'], async () => 'found')).toBe('found');
  });

  test('many at once is held to the same bound, and one that fails holds up nobody', async ({ db }) => {
    const looked: number[] = [];
    const at = (n: number) => guess(ctxOf(db), guesser('192.0.2.3'), [`${n}`], async () => {
      looked.push(n);
      if (n === 0) throw new Error('the line to the database was cut');
      return undefined;
    });
    const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => at(n)));
    expect(looked).toEqual([0, 1, 2]);
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(18);
  });

  test('from all addresses of one IPv6 line is counted together', async ({ db }) => {
    const ctx = ctxOf(db);
    await guess(ctx, guesser('2001:db8:1:2::9'), ['a'], nothing);
    await guess(ctx, guesser('2001:db8:1:2:3::1'), ['b'], nothing);
    await expect(guess(ctx, guesser('2001:0db8:1:2::7'), ['c'], nothing)).rejects.toThrow('too-many-guesses');
  });
});
