import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import type { Db } from '#app/db/db.server.ts';
import { builtInTexts } from '#app/i18n/notifications.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { as, ctxOf, person, test, today } from '#tests/world.ts';
import { sendDigests } from './digest.ts';
import { handOver, type Post } from './hand-over.ts';
import { usual } from './model.ts';
import { noteContact } from './note-contact.ts';
import { savePreferences } from './preferences.ts';
import type { Outgoing, Provider } from './providers/provider.ts';
import { countUndelivered, listDeliveries, listSunk } from './read.ts';
import { deliverySpeed } from './speed.ts';
import { spreadMessages } from './spread.ts';
import { deliveries } from './tables.server.ts';
import { editTemplate } from './templates.ts';
import { warnOfFailures } from './warn-of-failures.ts';

const us = (db: Db, now = today): Ctx => ctxOf(db, system, now);
const extension = { title: '第三批', day: '2026-12-01', reason: '系统故障' };
const step = { unit: '滨湖世纪', number: '2026-0001' };

/** Somebody who takes letters at once and keeps them. */
function keeping(): { post: Post; letters: Outgoing[] } {
  const letters: Outgoing[] = [];
  const keep: Provider = { name: 'keep', send: async (letter) => ({ is: 'accepted', reference: String(letters.push(letter)) }) };
  return { letters, post: { providers: { email: [keep], sms: [keep], wechat: [keep] }, builtIn: builtInTexts } };
}

async function reachable(db: Db, ...ids: string[]) {
  await db.insert(users).values(ids.map((id) => ({ id, name: id, email: `${id}@accounts.invalid` })));
  for (const id of ids) await noteContact(us(db), id, { channel: 'email', address: `${id}@example.cn` });
}

describe('spreading', () => {
  test('many recipients are many small transactions, each person once, and nothing is taken twice', async ({ db }) => {
    const ids = Array.from({ length: 450 }, (_, n) => `p${n}`);
    await db.insert(users).values(ids.map((id) => ({ id, name: id, email: `${id}@accounts.invalid` })));
    await db.execute(sql`insert into contact_points (user_id, channel, address, issued_at, verified_at) select id, 'email', id || '@example.cn', now(), now() from users where id like 'p%'`);
    await tell(us(db), ids, 'call-extended', extension, '/apply', 'cause');
    const taken: number[] = [];
    for (let n = 0; n < 4; n += 1) taken.push(await spreadMessages(us(db), ['email']));
    expect(taken).toEqual([200, 200, 50, 0]);
    const { rows } = await db.execute<{ letters: number; jobs: number }>(sql`
      select (select count(*)::int from deliveries) as letters, (select count(*)::int from graphile_worker.jobs where task_identifier = 'deliver') as jobs`);
    expect(rows[0]).toEqual({ letters: 450, jobs: 18 });
  });

  test('goes only where an address is proven, a channel is open and the person wants it', async ({ db }) => {
    await reachable(db, 'anna', 'bao', 'chen');
    await savePreferences(ctxOf(db, person('expert', '*', 'bao')), { ...usual, choices: {} });
    await db.execute(sql`update contact_points set verified_at = null where user_id = 'chen'`);
    await tell(us(db), ['anna', 'bao', 'chen'], 'application-complete', step, '/apply', 'a');
    await tell(us(db), ['anna', 'bao', 'chen'], 'call-extended', extension, '/apply', 'b');
    await spreadMessages(us(db), ['email', 'sms']);
    const rows = await db.select().from(deliveries);
    expect(rows.map((row) => `${row.userId} ${row.kind}`).toSorted()).toEqual(['anna application-complete', 'anna call-extended', 'bao call-extended']);
    await tell(us(db), ['anna'], 'application-complete', step, '/apply', 'c');
    expect(await spreadMessages(us(db), [])).toBe(1);
    expect(await db.select().from(deliveries)).toHaveLength(3);
  });
});

describe('a summary', () => {
  test('carries what was held back in one letter, daily or on Mondays, without what was read', async ({ db }) => {
    await reachable(db, 'anna', 'bao');
    await savePreferences(ctxOf(db, person('expert', '*', 'anna')), { ...usual, digest: 'daily' });
    await savePreferences(ctxOf(db, person('expert', '*', 'bao')), { ...usual, digest: 'weekly' });
    for (const cause of ['a', 'b', 'c']) await tell(us(db), ['anna', 'bao'], 'application-complete', { ...step, number: cause }, '/apply', cause);
    await spreadMessages(us(db), ['email']);
    await db.update(messages).set({ readAt: today }).where(eq(messages.cause, 'b'));
    const wednesday = us(db, new Date('2026-09-02T00:10:00Z'));
    expect(await sendDigests(wednesday)).toBe('1');
    expect(await sendDigests(wednesday)).toBe('0');
    const { post, letters } = keeping();
    const waiting = async () => (await db.select().from(deliveries).where(eq(deliveries.state, 'waiting'))).map((row) => row.id);
    await handOver(wednesday, await waiting(), post);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.text).toMatch(/anna，您好：\n\n您有 2 条未读消息：\n\n1\. .*（a）.*\n2\. .*（c）/);
    const monday = us(db, new Date('2026-09-07T00:10:00Z'));
    expect(await sendDigests(monday)).toBe('1');
    await handOver(monday, await waiting(), post);
    expect(letters.map((letter) => letter.to)).toEqual(['anna@example.cn', 'bao@example.cn']);
  });
});

describe('edited words', () => {
  test('are used by the next letter, and what is filled in stays text', async ({ db }) => {
    await reachable(db, 'anna');
    await editTemplate(as(db, 'system-admin', '*'), 'application-complete', 'zh-CN', { subject: '{unit}', body: '{person}：{unit} {number}', short: '{unit}好' });
    await tell(us(db), ['anna'], 'application-complete', { unit: '{number}', number: '7' }, '/apply', 'a');
    await spreadMessages(us(db), ['email']);
    const { post, letters } = keeping();
    await handOver(us(db), (await db.select().from(deliveries)).map((row) => row.id), post);
    expect(letters[0]).toMatchObject({ subject: '{number}', text: 'anna：{number} 7', settings: expect.stringContaining('/account/notifications') });
  });
});

describe('the log', () => {
  async function oneFailed(db: Db) {
    await reachable(db, 'anna', 'bao', 'sys');
    await db.insert(roleGrants).values({ userId: 'sys', role: 'system-admin', regionCode: '*', grantedBy: 'x', grantedAt: today });
    await tell(us(db), ['anna', 'bao'], 'call-extended', extension, '/apply', 'a');
    await spreadMessages(us(db), ['email']);
    const [one, other] = await db.select().from(deliveries).orderBy(deliveries.id);
    await handOver(us(db), [one!.id], keeping().post);
    const refuse: Provider = { name: 'refuse', send: async () => ({ is: 'refused', isFinal: true, reason: 'EENVELOPE RCPT 550' }) };
    await handOver(us(db), [other!.id], { ...keeping().post, providers: { email: [refuse], sms: [], wechat: [] } });
  }

  test('shows how each letter went, its address in part, by filters, to administrators', async ({ db }) => {
    await oneFailed(db);
    const admin = as(db, 'system-admin', '*');
    const [failed] = (await listDeliveries(admin, { state: 'failed' })).rows;
    expect(failed).toMatchObject({ person: 'bao', address: 'b***@example.cn', provider: 'refuse', reason: 'EENVELOPE RCPT 550', tries: [{ provider: 'refuse', outcome: 'refused' }] });
    expect((await listDeliveries(admin, { person: 'ann' })).rows.map((row) => row.state)).toEqual(['handed-over']);
    expect((await listDeliveries(admin, { channel: 'sms' })).rows).toEqual([]);
    expect(await countUndelivered(admin)).toBe(1);
    await expect(listDeliveries(as(db, 'programme-officer', '*'))).rejects.toThrow('not-allowed');
    await expect(deliverySpeed(ctxOf(db), 30)).rejects.toThrow('sign-in-needed');
    expect(() => listSunk(admin)).toThrow('not-found');
  });

  test('says how fast letters went: the failed ones are late', async ({ db }) => {
    await oneFailed(db);
    const [line] = await deliverySpeed(as(db, 'audit-admin', '*', new Date(today.getTime() + 60_000)), 30);
    expect(line).toMatchObject({ day: '2026-09-01', channel: 'email', all: 2, inTime: 1 });
    expect(line!.p50).toBeLessThan(10);
  });

  test('failures are told to those who can send again, once an hour', async ({ db }) => {
    await oneFailed(db);
    expect(await warnOfFailures(us(db, new Date(today.getTime() + 60_000)))).toBe('email 1/2');
    await warnOfFailures(us(db, new Date(today.getTime() + 120_000)));
    expect((await db.select().from(messages).where(eq(messages.kind, 'delivery-failing'))).map((row) => [row.userId, row.params])).toEqual([['sys', { failed: 1, all: 2 }]]);
    expect(await warnOfFailures(us(db, new Date(today.getTime() + 7_200_000)))).toBe('');
  });
});
