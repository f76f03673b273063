import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { change } from '#app/platform/change.ts';
import { as, baohe, ctxOf, hefei, test } from '#tests/world.ts';
import { assignOwner } from './assign-owner.ts';
import { listAlerts } from './at-desk.ts';
import { keepGrounds } from './keep-grounds.ts';
import type { AlertLevel } from './model.ts';
import { noGround } from './weigh.ts';

const night = new Date('2025-06-30T20:30:00Z');
const city = (db: Db) => as(db, 'government-officer', hefei, night);

/** Three alerts: a yellow and a red one of a district, and an orange one of the city. */
async function raise(db: Db): Promise<void> {
  const found = (regionCode: string, indicatorId: number, level: AlertLevel, department: string) => ({ rule: 'W5' as const, level, regionCode, indicatorId, ruleRegion: '*', ruleVersion: 1, planId: null, department, ground: { ...noGround, actual: 3 } });
  await change(ctxOf(db, undefined, night), async (tx) => {
    await tx.record('alerts.watched', { id: '34', regionCode: '34' }, {});
    await keepGrounds(tx, [340100, 340199], [found(baohe, 1, 'yellow', 'wj'), found(baohe, 2, 'red', 'jyt'), found(hefei, 3, 'orange', 'wj')], '2025-07-01', () => '2025-07-15');
  });
}
const levels = ({ page }: Awaited<ReturnType<typeof listAlerts>>) => page.rows.map(({ level }) => level);

describe('the list of alerts', () => {
  test('shows the worst first, goes on where a page ended, and tells districts to choose from', async ({ db }) => {
    await raise(db);
    const all = await listAlerts(city(db), { state: 'open' });
    expect(levels(all)).toEqual(['red', 'orange', 'yellow']);
    expect(all.sums).toMatchObject({ open: 3, red: 1 });
    expect(all.districts.map(({ code }) => code)).toContain(baohe);
    const [red, orange, yellow] = all.page.rows;
    expect(levels(await listAlerts(city(db), { state: 'open', after: red!.id }))).toEqual(['orange', 'yellow']);
    expect(levels(await listAlerts(city(db), { state: 'open', before: yellow!.id }))).toEqual(['red', 'orange']);
    expect(levels(await listAlerts(city(db), { state: 'open', after: orange!.id }))).toEqual(['yellow']);
  });

  test('is narrowed to a district, a department, and to what is one’s own', async ({ db }) => {
    await raise(db);
    expect(levels(await listAlerts(city(db), { state: 'open', department: 'wj' }))).toEqual(['orange', 'yellow']);
    const here = await listAlerts(city(db), { state: 'open', region: baohe });
    expect([levels(here), here.sums.open]).toEqual([['red', 'yellow'], 2]);
    expect(levels(await listAlerts(city(db), { state: 'open', owner: 'mine' }))).toEqual([]);
    expect(levels(await listAlerts(city(db), { state: 'open', owner: 'nobody' }))).toHaveLength(3);
  });

  test('offers people as owners, and no systems', async ({ db }) => {
    await raise(db);
    const { actor } = city(db);
    await db.insert(users).values({ id: actor.id, name: actor.name, email: 'officer@example.org' });
    await db.insert(users).values({ id: 'machine', name: '某系统', email: 'machine@example.org', username: 'system-0123456789' });
    for (const userId of ['machine', actor.id]) await db.insert(roleGrants).values({ userId, role: 'government-officer', regionCode: hefei, grantedBy: 'system', grantedAt: night });
    const { page, people } = await listAlerts(city(db), { state: 'open', region: hefei });
    expect(people.map(({ id }) => id)).toEqual([actor.id]);
    await assignOwner(city(db), page.rows[0]!.id, { ownerId: actor.id });
    expect(levels(await listAlerts(city(db), { state: 'open', owner: 'mine' }))).toEqual(['red']);
  });
});
