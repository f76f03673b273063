import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { markRead } from '#app/domain/base/inbox/mark-read.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import type { Db } from '#app/db/db.server.ts';
import { builtInTexts } from '#app/i18n/notifications.ts';
import { readConfig } from '#app/platform/config.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { aGateway, aMailServer, nowhere } from '#tests/receivers.ts';
import { as, ctxOf, person, test, today } from '#tests/world.ts';
import { handOver, type Post } from './hand-over.ts';
import { channels } from './model.ts';
import { noteContact } from './note-contact.ts';
import { savePreferences } from './preferences.ts';
import { providersFrom } from './providers/chosen.ts';
import { resendDelivery } from './resend.ts';
import { spreadMessages } from './spread.ts';
import { deliveries, deliveryTries } from './tables.server.ts';
import { usual } from './model.ts';

const call = { title: '第三批', day: '2026-12-01', reason: '系统故障' };
const later = (minutes: number) => new Date(today.getTime() + minutes * 60_000);
const us = (db: Db, now = today): Ctx => ctxOf(db, system, now);

async function reachable(db: Db, id: string, ways: Parameters<typeof noteContact>[2][]) {
  await db.insert(users).values({ id, name: id, email: `${id}@accounts.invalid` });
  for (const way of ways) await noteContact(us(db), id, way);
}
const mail = (id: string) => ({ channel: 'email' as const, address: `${id}@example.cn` });
const phone = { channel: 'sms' as const, address: '13812345678' };
const postOf = (settings: Record<string, string>): Post => ({ providers: providersFrom(readConfig(settings)), builtIn: builtInTexts });

async function told(db: Db, ids: string[], now = today) {
  await tell(us(db, now), ids, 'call-extended', call, '/apply', 'cause');
  await spreadMessages(us(db, now), channels);
  return (await db.select().from(deliveries).orderBy(deliveries.id)).map((row) => row.id);
}
const statesOf = async (db: Db) => (await db.select().from(deliveries).orderBy(deliveries.id)).map((row) => `${row.channel} ${row.state}`);

describe('handing over', () => {
  test('carries a message by mail and by text message, in the person’s language, and leaves how it went', async ({ db }) => {
    const [server, gateway] = [await aMailServer(), await aGateway()];
    await reachable(db, 'anna', [mail('anna'), phone]);
    await savePreferences(ctxOf(db, person('expert', '*', 'anna')), { ...usual, locale: 'en' });
    const ids = await told(db, ['anna']);
    expect(await handOver(us(db), ids, postOf({ SMTP_URL: server.url, MAIL_FROM: '童友 <tongyou@example.cn>', SMS_URL: gateway.url, SMS_TOKEN: 'secret' }))).toBe('handed-over 2');

    expect(server.mails.map((each) => each.to)).toEqual([['anna@example.cn']]);
    expect(server.mails[0]!.raw).toContain(`Message-ID: <${ids[0]}-1@127.0.0.1>`);
    expect(server.mails[0]!.raw).toContain('Dear anna');
    expect(gateway.posts).toEqual([{ key: `${ids[1]}-1`, authorization: 'Bearer secret', body: expect.objectContaining({ to: '13812345678', kind: 'call-extended', params: call }) }]);
    expect(gateway.posts[0]!.body.text).toContain('[Tongyou]');
    const rows = await db.select().from(deliveries);
    expect(rows.every((row) => row.state === 'handed-over' && row.handedAt! >= today)).toBe(true);
    expect((await db.select().from(deliveryTries)).map((line) => [line.outcome, line.reference])).toEqual(expect.arrayContaining([['accepted', '250'], ['accepted', 'sms-1']]));
    await server.close();
    await gateway.close();
  });

  test('asks the second provider when the first cannot be reached or refuses for now', async ({ db }) => {
    const [second, broken, gateway] = [await aMailServer(), await aGateway(() => 503), await aGateway()];
    await reachable(db, 'anna', [mail('anna'), phone]);
    const ids = await told(db, ['anna']);
    await handOver(us(db), ids, postOf({ SMTP_URL: `smtp://127.0.0.1:${await nowhere()}`, SMTP_SECOND_URL: second.url, SMS_URL: broken.url, SMS_SECOND_URL: gateway.url }));
    expect(await statesOf(db)).toEqual(['email handed-over', 'sms handed-over']);
    expect([second.mails.length, broken.posts.length, gateway.posts.length]).toEqual([1, 1, 1]);
    expect(broken.posts[0]!.key).toBe(gateway.posts[0]!.key);
    await Promise.all([second.close(), broken.close(), gateway.close()]);
  });

  test('tries again after growing pauses and then gives up; a job that comes twice sends nothing twice', async ({ db }) => {
    let isDown = true;
    const gateway = await aGateway(() => (isDown ? 500 : 200));
    await reachable(db, 'anna', [phone]);
    const [id] = await told(db, ['anna']);
    const post = postOf({ SMS_URL: gateway.url });
    expect(await handOver(us(db), [id!], post)).toBe('tried-later 1');
    expect(await handOver(us(db), [id!], post)).toBe('done-before 1');
    const { rows } = await db.execute<{ at: Date }>(sql`select run_at as at from graphile_worker.jobs where task_identifier = 'deliver' order by run_at desc limit 1`);
    expect(new Date(rows[0]!.at).getTime() - today.getTime()).toBeLessThan(32_000);
    for (const minutes of [1, 4, 15, 80]) await handOver(us(db, later(minutes)), [id!], post);
    expect(await handOver(us(db, later(600)), [id!], post)).toBe('failed 1');
    expect(gateway.posts).toHaveLength(6);
    expect(new Set(gateway.posts.map((each) => each.key)).size).toBe(1);

    isDown = false;
    await resendDelivery(as(db, 'system-admin', '*', later(700)), id!);
    expect(await handOver(us(db, later(700)), [id!], post)).toBe('handed-over 1');
    expect(gateway.posts.at(-1)!.key).toBe(`${id}-2`);
    expect(await handOver(us(db, later(800)), [id!, id!], post)).toBe('done-before 2');
    await gateway.close();
  });

  test('does not try a refused recipient again, nor ask another provider for it', async ({ db }) => {
    const [first, second] = [await aMailServer({ refuse: () => 550 }), await aMailServer()];
    await reachable(db, 'anna', [mail('anna')]);
    const ids = await told(db, ['anna']);
    expect(await handOver(us(db), ids, postOf({ SMTP_URL: first.url, SMTP_SECOND_URL: second.url }))).toBe('failed 1');
    expect(second.mails).toEqual([]);
    const [row] = await db.select().from(deliveries);
    expect(row!.reason).toContain('550');
    expect(row!.reason).not.toContain('anna');
    await Promise.all([first.close(), second.close()]);
  });
});

describe('never twice', () => {
  test('a text message whose gateway fell silent is left alone: nobody knows whether it went', async ({ db }) => {
    const [silent, second] = [await aGateway(() => 'silence'), await aGateway()];
    await reachable(db, 'anna', [phone]);
    const ids = await told(db, ['anna']);
    expect(await handOver(us(db), ids, postOf({ SMS_URL: silent.url, SMS_SECOND_URL: second.url }))).toBe('unknown 1');
    expect(await handOver(us(db, later(60)), ids, postOf({ SMS_URL: second.url }))).toBe('done-before 1');
    expect([silent.posts.length, second.posts.length]).toEqual([1, 0]);
    await expect(resendDelivery(as(db, 'audit-admin', '*'), ids[0]!)).rejects.toThrow('not-allowed');
    await Promise.all([silent.close(), second.close()]);
  });

  test('after a kill between sending and writing down, a text message is uncertain and a mail goes with the same Message-ID', async ({ db }) => {
    const [server, gateway] = [await aMailServer(), await aGateway()];
    await reachable(db, 'anna', [mail('anna'), phone]);
    const ids = await told(db, ['anna']);
    // What a killed process leaves: taken, asked, no outcome.
    await db.update(deliveries).set({ state: 'sending', attempts: 1, claimedAt: today });
    const post = postOf({ SMTP_URL: server.url, SMS_URL: gateway.url });
    expect(await handOver(us(db, later(1)), ids, post)).toBe('looked-at-later 2');
    expect(await handOver(us(db, later(3)), ids, post)).toContain('unknown 1');
    expect(await statesOf(db)).toEqual(['email handed-over', 'sms unknown']);
    expect(gateway.posts).toEqual([]);
    expect(server.mails.map((each) => /^Message-ID: <(.*)@/m.exec(each.raw)?.[1])).toEqual([`${ids[0]}-1`]);
    await Promise.all([server.close(), gateway.close()]);
  });

  test('two jobs with the same letter at one moment send it once', async ({ db }) => {
    const gateway = await aGateway();
    await reachable(db, 'anna', [phone]);
    const [id] = await told(db, ['anna']);
    const post = postOf({ SMS_URL: gateway.url });
    await Promise.all([handOver(us(db), [id!], post), handOver(us(db), [id!], post), handOver(us(db), [id!, id!], post)]);
    expect(gateway.posts).toHaveLength(1);
    await gateway.close();
  });
});

describe('what need not go', () => {
  test('is what was read while it waited, and what has no address any more', async ({ db }) => {
    const server = await aMailServer();
    const night = new Date('2026-09-01T15:00:00Z');
    await reachable(db, 'anna', [mail('anna')]);
    await reachable(db, 'bao', [mail('bao')]);
    await tell(us(db, night), ['anna', 'bao'], 'answer-due', { unit: '滨湖', number: '1', day: '2026-09-03' }, '/apply', 'cause');
    await spreadMessages(us(db, night), channels);
    const rows = await db.select().from(deliveries);
    expect(rows.map((row) => row.since.toISOString())).toEqual(['2026-09-02T00:00:00.000Z', '2026-09-02T00:00:00.000Z']);
    await markRead(ctxOf(db, person('expert', '*', 'anna'), night), 'all');
    await db.update(users).set({ disabledAt: night }).where(eq(users.id, 'bao'));
    const morning = us(db, new Date('2026-09-02T00:00:01Z'));
    expect(await handOver(morning, rows.map((row) => row.id), postOf({ SMTP_URL: server.url }))).toBe('cancelled 2');
    expect((await db.select().from(deliveries)).map((row) => row.reason).toSorted()).toEqual(['no-contact', 'read']);
    expect(server.mails).toEqual([]);
    await server.close();
  });

  test('is everything while a channel has no provider', async ({ db }) => {
    await reachable(db, 'anna', [mail('anna')]);
    const ids = await told(db, ['anna']);
    expect(await handOver(us(db), ids, postOf({}))).toBe('cancelled 1');
  });
});
