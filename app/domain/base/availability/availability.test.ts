import { describe, expect } from 'vitest';
import { ctxOf, test } from '#tests/world.ts';
import { forgetMinutes, keepMinute } from './keep-minute.ts';
import { isBroken } from './model.ts';
import { countBrokenMinutes } from './read.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 8, 15, 15, minute));
const good = { asked: 100, failed: 0, slow: 0 };

describe('a minute of the service', () => {
  test('is broken when nobody kept it, or when many answers failed or came late', () => {
    expect([undefined, { asked: 40, failed: 3, slow: 0 }, { asked: 30, failed: 0, slow: 3 }].map(isBroken)).toEqual([true, true, true]);
    expect([{ asked: 0, failed: 0, slow: 0 }, { asked: 2, failed: 2, slow: 0 }, { asked: 100, failed: 4, slow: 9 }].map(isBroken)).toEqual([false, false, false]);
  });
});

describe('counting broken minutes', () => {
  test('adds up what several processes kept, and counts the minutes nobody kept', async ({ db }) => {
    await keepMinute(db, 'a', at(-1), good);
    for (let minute = 0; minute < 10; minute += 1) {
      if (minute !== 4) await keepMinute(db, 'a', at(minute), good);
      if (minute === 7) await keepMinute(db, 'b', at(minute), { asked: 50, failed: 50, slow: 0 });
    }
    expect(await countBrokenMinutes(ctxOf(db), at(0), at(10))).toBe(2);
    await keepMinute(db, 'b', at(4), good);
    expect(await countBrokenMinutes(ctxOf(db), at(0), at(10))).toBe(1);
  });

  test('holds nothing against a service that was not yet there', async ({ db }) => {
    await keepMinute(db, 'a', at(5), good);
    expect(await countBrokenMinutes(ctxOf(db), at(0), at(10))).toBe(0);
  });

  test('forgets what is older than 400 days', async ({ db }) => {
    await keepMinute(db, 'a', at(0), good);
    expect(await forgetMinutes(db, new Date(at(0).getTime() + 399 * 86_400_000))).toBe(0);
    expect(await forgetMinutes(db, new Date(at(0).getTime() + 401 * 86_400_000))).toBe(1);
  });
});
