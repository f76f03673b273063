import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { type Ctx, system, visitor } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { ctxOf, test } from '#tests/world.ts';
import { actorOf } from './actor.ts';
import { createPerson } from './create-person.ts';
import { disableAccount } from './disable-account.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { sessions } from './tables.server.ts';

// The sign-in library knows only the machine's clock, so these tests live in the present.
const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const password = 'correct horse battery';
const here = (db: Db, at = now): Ctx => ({ ...ctxOf(db, visitor, at), address: '192.0.2.7' });

function li(db: Db, grants: Parameters<typeof createPerson>[1]['grants'] = []) {
  return createPerson(ctxOf(db, system, now), {
    name: '李明', username: 'liming', password, phone: '13900000001', email: 'li@example.cn', regionCode: '340111', grants,
  });
}

const typed = (login: string, word = password) => ({ login, password: word });
const withCookies = (cookies: string[]) => new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });

async function cookiesOf(db: Db, login = 'liming') {
  const result = await signIn(here(db), typed(login), new Headers({ 'user-agent': 'Test/1' }));
  if (result.state !== 'in') throw new Error(result.state);
  return result.cookies;
}

describe('signing in', () => {
  test.for(['liming', 'LiMing', 'li@example.cn', '13900000001'])('works with %s and leaves a record', async (login, { db }) => {
    const id = await li(db);
    const actor = await actorOf(db, withCookies(await cookiesOf(db, login)), now);
    expect(actor).toMatchObject({ id, name: '李明', grants: [] });
    const lines = await db.select().from(records).where(eq(records.subjectId, id)).orderBy(records.id);
    expect(lines.map((line) => [line.event, line.actorId, line.countyCode])).toEqual([
      ['account.created', 'system', 340111],
      ['account.signed-in', id, 340111],
    ]);
    expect(lines[1]!.facts).toEqual({ address: '192.0.2.7' });
  });

  test('gives a cookie that scripts cannot read and other sites cannot send', async ({ db }) => {
    await li(db);
    const [cookie] = await cookiesOf(db);
    expect(cookie).toMatch(/^tongyou\.session_token=.*Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('keeps the address we saw, not the one the client claims', async ({ db }) => {
    await li(db);
    await signIn(here(db), typed('liming'), new Headers({ 'x-forwarded-for': '203.0.113.9', 'x-tongyou-address': '203.0.113.9' }));
    expect(await db.select().from(sessions)).toMatchObject([{ ipAddress: '192.0.2.7' }]);
  });

  test('answers a wrong password, no account and a disabled account alike', async ({ db }) => {
    const id = await li(db);
    expect(await signIn(here(db), typed('liming', 'wrong password'), new Headers())).toEqual({ state: 'wrong' });
    expect(await signIn(here(db), typed('nobody'), new Headers())).toEqual({ state: 'wrong' });
    await disableAccount(ctxOf(db, { id: 'a', name: 'a', grants: [{ role: 'system-admin', regionCode: '34', organisationId: null }] }, now), id, '离职');
    expect(await signIn(here(db), typed('liming'), new Headers())).toEqual({ state: 'wrong' });
  });

  test.for(['liming', 'nobody'])('DB-02: locks %s for 15 minutes after five wrong passwords, by whatever name', async (login, { db }) => {
    await li(db);
    for (let i = 0; i < 5; i += 1) expect(await signIn(here(db), typed(login, `wrong ${i}`), new Headers())).toEqual({ state: 'wrong' });
    expect(await signIn(here(db), typed(login), new Headers())).toEqual({ state: 'locked', until: later(15) });
    expect(await signIn(here(db, later(14)), typed(login), new Headers())).toEqual({ state: 'locked', until: later(15) });
    expect((await signIn(here(db, later(16)), typed(login), new Headers())).state).toBe(login === 'liming' ? 'in' : 'wrong');
  });

  test('forgets four wrong passwords after the right one', async ({ db }) => {
    await li(db);
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 4; i += 1) await signIn(here(db), typed('liming', 'wrong password'), new Headers());
      expect((await signIn(here(db), typed('liming'), new Headers())).state).toBe('in');
    }
  });

  test('counts the tries of one address over all accounts', async ({ db }) => {
    await db.execute(sql`insert into attempts values ('sign-in:192.0.2.7', 300, ${later(10).toISOString()})`);
    await expect(signIn(here(db), typed('liming'), new Headers())).rejects.toThrow('too-many-tries');
  });
});

describe('a session', () => {
  test('cannot be taken from the database: the row signs nobody in', async ({ db }) => {
    await li(db);
    const [cookie] = await cookiesOf(db);
    const [row] = await db.select().from(sessions);
    const clear = decodeURIComponent(cookie!.split(';')[0]!.split('=')[1]!).split('.')[0]!;
    expect(clear).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(clear);

    const { makeSignature } = await import('better-auth/crypto');
    const forged = async (token: string) =>
      withCookies([`tongyou.session_token=${encodeURIComponent(`${token}.${await makeSignature(token, process.env.AUTH_SECRET!)}`)}`]);
    expect((await actorOf(db, await forged(clear), now)).name).toBe('李明');
    expect(await actorOf(db, await forged(row!.token), now)).toEqual(visitor);
  });

  test('needs our signature', async ({ db }) => {
    await li(db);
    const [cookie] = await cookiesOf(db);
    const value = cookie!.split(';')[0]!;
    for (const broken of [value.slice(0, -8), value.replace(/.%3D$/, 'A%3D'), value.replace('token=', 'token=x'), 'tongyou.session_token=', 'a=%E0%A4%A']) {
      if (broken === value) continue;
      expect(await actorOf(db, new Headers({ cookie: broken }), now)).toEqual(visitor);
    }
  });

  test('DB-02: of somebody at work ends after half an hour without activity, which is written down once a minute', async ({ db }) => {
    await li(db, [{ role: 'expert', regionCode: '*' }]);
    const headers = withCookies(await cookiesOf(db));
    const seen = async () => (await db.select().from(sessions))[0]!.updatedAt;
    const first = await seen();
    expect((await actorOf(db, headers, later(0.5))).name).toBe('李明');
    expect(await seen()).toEqual(first);
    expect((await actorOf(db, headers, later(29))).name).toBe('李明');
    expect(await seen()).toEqual(later(29));
    expect((await actorOf(db, headers, later(58))).name).toBe('李明');
    expect(await actorOf(db, headers, later(89))).toEqual(visitor);
  });

  test('of everybody ends after twelve hours', async ({ db }) => {
    await li(db);
    const headers = withCookies(await cookiesOf(db));
    expect((await actorOf(db, headers, later(11 * 60))).name).toBe('李明');
    expect(await actorOf(db, headers, later(12 * 60 + 1))).toEqual(visitor);
  });

  test('DB-03: holds back the grants of somebody at work who has no second factor yet', async ({ db }) => {
    await li(db, [{ role: 'expert', regionCode: '*' }]);
    expect(await actorOf(db, withCookies(await cookiesOf(db)), now)).toMatchObject({ name: '李明', grants: [], isHeldBack: true });
  });

  test('does not hold back somebody who acts for an organisation', async ({ db }) => {
    await li(db, [{ role: 'organisation-agent', regionCode: '340111', organisationId: '0198a000-0000-7000-8000-000000000001' }]);
    const actor = await actorOf(db, withCookies(await cookiesOf(db)), now);
    expect(actor.isHeldBack).toBeUndefined();
    expect(actor.grants).toHaveLength(1);
  });

  test('ends with signing out, which takes the cookie back', async ({ db }) => {
    const id = await li(db);
    const headers = withCookies(await cookiesOf(db));
    const actor = await actorOf(db, headers, now);
    expect(await signOut(ctxOf(db, actor, now))).toEqual(['tongyou.session_token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax']);
    expect(await actorOf(db, headers, now)).toEqual(visitor);
    const lines = await db.select().from(records).where(eq(records.subjectId, id));
    expect(lines.map((line) => line.event)).toContain('account.signed-out');
  });
});
