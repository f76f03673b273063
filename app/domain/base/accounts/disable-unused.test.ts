import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { usesToken } from '#app/domain/base/interfaces/tokens.ts';
import { tellUnused } from '#app/domain/base/inbox/tell-unused.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { binhu, ctxOf, person, test, today } from '#tests/world.ts';
import { createPerson } from './create-person.ts';
import { disableUnused } from './disable-unused.ts';
import type { Role } from './model.ts';
import { sessions, users } from './tables.server.ts';

const day = (after: number) => new Date(today.getTime() + after * 86_400_000);
const make = async (db: Db, name: string, role: Role, regionCode = binhu) => {
  const id = await createPerson(ctxOf(db, system), { name, username: name, grants: [{ role, regionCode }] });
  await db.update(users).set({ createdAt: today }).where(eq(users.id, id));
  return id;
};
const signedIn = (db: Db, id: string, after: number) => change(ctxOf(db, person('community-worker', binhu, id), day(after)), (tx) => tx.record('account.signed-in', { id, regionCode: binhu }));
const night = (db: Db, after: number) => disableUnused(ctxOf(db, system, day(after)), usesToken);
const disabled = async (db: Db) => (await db.select({ name: users.name }).from(users).where(sql`${users.disabledAt} is not null`)).map(({ name }) => name).toSorted();

describe('accounts nobody uses', () => {
  test('DB-04: are warned and, two weeks later, disabled by the clock; whoever signs in meanwhile stays', async ({ db }) => {
    const [gone, back] = [await make(db, 'gone', 'community-worker'), await make(db, 'back', 'government-officer')];
    await db.insert(sessions).values({ id: 's', userId: gone, token: 't', expiresAt: day(200), updatedAt: today, createdAt: today });
    expect(await night(db, 165)).toBe('0 + 0');
    expect([await night(db, 166), await night(db, 167)]).toEqual(['2 + 0', '0 + 0']);
    await signedIn(db, back, 170);
    expect([await night(db, 179), await disabled(db)]).toEqual(['0 + 0', []]);
    expect([await night(db, 180), await disabled(db)]).toEqual(['0 + 1', ['gone']]);
    expect(await db.$count(sessions, eq(sessions.userId, gone))).toBe(0);
    const said = await db.select({ event: records.event, facts: records.facts, actor: records.actorId }).from(records).where(eq(records.subjectId, gone)).orderBy(records.id);
    expect(said.slice(-2)).toMatchObject([{ event: 'account.unused-warned', facts: { lastUsedOn: '2026-09-01', on: '2027-02-28' } }, { event: 'account.disabled', facts: { reason: '连续 180 天没有登录，到期自动停用' }, actor: system.id }]);
    expect(await night(db, 336), 'a new silence is warned of again').toBe('1 + 0');
  });

  test('DB-04: a night that comes late disables nobody who was not warned', async ({ db }) => {
    await make(db, 'gone', 'expert');
    expect([await night(db, 400), await disabled(db)]).toEqual(['1 + 0', []]);
    expect([await night(db, 413), await night(db, 414), await disabled(db)]).toEqual(['0 + 0', '0 + 1', ['gone']]);
  });

  test('DB-04: guardians, machines, those at work and the nation’s system administrators are not disabled', async ({ db }) => {
    await make(db, 'mother', 'guardian');
    await make(db, 'admin', 'system-admin', '*');
    const machine = await make(db, 'machine', 'government-officer');
    await db.update(users).set({ username: 'system-0123456789' }).where(eq(users.id, machine));
    const here = await make(db, 'here', 'community-worker');
    await db.insert(sessions).values({ id: 's', userId: here, token: 't', expiresAt: day(500), updatedAt: day(399), createdAt: day(399) });
    expect([await night(db, 400), await night(db, 420), await disabled(db)]).toEqual(['1 + 0', '0 + 0', []]);
  });

  test('hear of it once, with the day until which to sign in', async ({ db }) => {
    const id = await make(db, 'gone', 'community-worker');
    expect([await tellUnused(ctxOf(db), id, '2027-02-28', 'r1'), await tellUnused(ctxOf(db), id, '2027-02-28', 'r1')]).toEqual(['1', '0']);
    const { rows } = await db.execute(sql`select kind, params from messages where user_id = ${id}`);
    expect(rows).toEqual([{ kind: 'account-unused', params: { day: '2027-02-28' } }]);
  });
});
