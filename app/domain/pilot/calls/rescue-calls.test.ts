import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { keepMinute } from '#app/domain/base/availability/keep-minute.ts';
import { system } from '#app/platform/ctx.ts';
import { startOfBeijingDay } from '#app/platform/dates.ts';
import { records } from '#app/platform/tables.server.ts';
import { aCall } from '#tests/cycle.ts';
import { ctxOf, test } from '#tests/world.ts';
import { closeCalls } from './close-call.ts';
import { getCall } from './read.ts';
import { rescueCalls } from './rescue-calls.ts';
import { calls } from './tables.server.ts';

/** Friday, 11 September 2026; the next working day is Monday the 14th. */
const lastDay = '2026-09-11';
const midnight = startOfBeijingDay('2026-09-12');
const clock = (db: Db) => ctxOf(db, system, midnight);

async function aCallOver(db: Db, rescueMinutes: number) {
  const id = await aCall(db);
  await db.update(calls).set({ closesOn: lastDay, rescueMinutes }).where(eq(calls.id, id));
  return id;
}

/** The two hours before the end of the last day, but for the first `away` minutes of the last hour. */
async function serviceWasAway(db: Db, away: number) {
  for (let before = 120; before > 0; before -= 1) {
    if (before <= 60 && before > 60 - away) continue;
    await keepMinute(db, 'a', new Date(midnight.getTime() - before * 60_000), { asked: 10, failed: 0, slow: 0 });
  }
}

describe('a call whose last hour the service spoilt', () => {
  test('goes on until the next working day, says why, and leaves a record of the clock', async ({ db }) => {
    const id = await aCallOver(db, 5);
    await serviceWasAway(db, 7);
    expect(await rescueCalls(clock(db))).toEqual([id]);
    expect(await closeCalls(clock(db))).toEqual([]);
    const call = await getCall(clock(db), id);
    expect(call).toMatchObject({ state: 'published', closesOn: '2026-09-14' });
    expect(call.extensions).toMatchObject([{ from: lastDay, to: '2026-09-14', reason: expect.stringContaining('7 分钟') }]);
    const [line] = await db.select().from(records).where(eq(records.event, 'call.extended'));
    expect(line).toMatchObject({ actorId: system.id, subjectId: id, facts: { brokenMinutes: 7 } });
    expect(await rescueCalls(clock(db))).toEqual([]);
  });

  test('closes when the service was away for less than the call allows, or when the call allows none', async ({ db }) => {
    const strict = await aCallOver(db, 0);
    const patient = await aCallOver(db, 8);
    await serviceWasAway(db, 7);
    expect(await rescueCalls(clock(db))).toEqual([]);
    expect((await closeCalls(clock(db))).toSorted()).toEqual([strict, patient].toSorted());
  });

  test('that nobody measured closes as any other', async ({ db }) => {
    const id = await aCallOver(db, 1);
    expect(await rescueCalls(clock(db))).toEqual([]);
    expect(await closeCalls(clock(db))).toEqual([id]);
  });

  test('goes on from the day on which the service is back', async ({ db }) => {
    const id = await aCallOver(db, 5);
    await serviceWasAway(db, 60);
    const back = ctxOf(db, system, startOfBeijingDay('2026-09-16'));
    expect(await rescueCalls(back)).toEqual([id]);
    expect(await getCall(back, id)).toMatchObject({ closesOn: '2026-09-16' });
  });
});
