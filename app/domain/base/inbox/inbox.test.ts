import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { markRead } from './mark-read.ts';
import { countUnread, listMessages } from './read.ts';
import { tell } from './tell.ts';
import { whoMay } from './who-may.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { baohe, binhu, ctxOf, neighbour, test, person, today } from '#tests/world.ts';
import type { Db } from '#app/db/db.server.ts';

async function people(db: Db, ...ids: string[]) {
  await db.insert(users).values(ids.map((id) => ({ id, name: id, email: `${id}@example.cn` })));
}

describe('telling somebody', () => {
  test('is done once for one cause, however often it is asked', async ({ db }) => {
    await people(db, 'anna', 'bao');
    const ctx = ctxOf(db);
    expect(await tell(ctx, ['anna', 'bao', 'anna'], 'calendar-missing', { year: 2027 }, '/desk/calendar', 'year-2027')).toBe(2);
    expect(await tell(ctx, ['anna', 'bao'], 'calendar-missing', { year: 2027 }, '/desk/calendar', 'year-2027')).toBe(0);
    expect(await tell(ctx, ['anna'], 'calendar-missing', { year: 2028 }, '/desk/calendar', 'year-2028')).toBe(1);
    const anna = ctxOf(db, person('expert', '*', 'anna'));
    expect(await countUnread(anna)).toBe(2);
    expect((await listMessages(anna)).rows.map((row) => row.params)).toEqual([{ year: 2028 }, { year: 2027 }]);
  });

  test('reaches those who may do something in a region, and nobody whose account is disabled', async ({ db }) => {
    await people(db, 'office', 'baohe-office', 'nanjing-office', 'worker');
    await db.insert(users).values({ id: 'gone', name: 'gone', email: 'gone@example.cn', disabledAt: today });
    const grant = (userId: string, role: 'programme-officer' | 'community-worker', regionCode: string) => ({ userId, role, regionCode, grantedBy: 'x', grantedAt: today });
    await db.insert(roleGrants).values([
      grant('office', 'programme-officer', '*'), grant('baohe-office', 'programme-officer', baohe), grant('gone', 'programme-officer', '*'),
      grant('nanjing-office', 'programme-officer', neighbour), grant('worker', 'community-worker', binhu),
    ]);
    expect((await whoMay(ctxOf(db), 'application.check', binhu)).toSorted()).toEqual(['baohe-office', 'office']);
  });
});

describe('reading one’s messages', () => {
  test('marks one or all as read, leaves a record, and twice changes nothing', async ({ db }) => {
    await people(db, 'anna', 'bao');
    for (const cause of ['a', 'b', 'c']) await tell(ctxOf(db), ['anna'], 'calendar-missing', { year: 2027 }, '/', cause);
    const anna = ctxOf(db, person('expert', '*', 'anna'));
    const [first] = (await listMessages(anna)).rows;

    await markRead(ctxOf(db, person('expert', '*', 'bao')), first!.id);
    expect(await countUnread(anna)).toBe(3);
    await markRead(anna, first!.id);
    await markRead(anna, first!.id);
    expect(await countUnread(anna)).toBe(2);
    expect((await listMessages(anna, { unread: true })).rows).toHaveLength(2);
    await markRead(anna, 'all');
    expect(await countUnread(anna)).toBe(0);
    expect(await db.select({ event: records.event }).from(records).where(eq(records.subjectId, 'anna'))).toEqual([{ event: 'inbox.read' }, { event: 'inbox.read' }]);
  });

  test('is refused to visitors', async ({ db }) => {
    await expect(markRead(ctxOf(db), 'all')).rejects.toThrow('sign-in-needed');
  });
});
