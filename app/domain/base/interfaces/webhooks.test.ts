import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test as plain } from 'vitest';
import { endWebhook, pauseWebhook, replayDelivery, resumeWebhook, rotateSecret } from './keep-webhook.ts';
import { makeWebhook } from './make-webhook.ts';
import { eventKinds, nextTry } from './model.ts';
import { checkAddress, isInner, post } from './post.ts';
import { type Occurrence, queueDeliveries } from './queue-deliveries.ts';
import { sendDue } from './send.ts';
import { webhookDeliveries, webhooks } from './tables.server.ts';
import { forgetDeliveries, getWebhook, listDeliveries, listWebhooks } from './webhooks.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { listMessages } from '#app/domain/base/inbox/read.ts';
import type { Db } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import { config } from '#app/platform/config.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { as, binhu, ctxOf, test, today } from '#tests/world.ts';

type Heard = { headers: IncomingHttpHeaders; body: string };
let heard: Heard[] = [];
let says = 200;
const receiver = createServer((asked, answer) => {
  let body = '';
  asked.on('data', (piece) => (body += piece));
  asked.on('end', () => {
    heard.push({ headers: asked.headers, body });
    answer.writeHead(says, { Location: 'http://127.0.0.1:1/' }).end(says === 200 ? 'ok' : 'not now');
  });
}).listen(0, '127.0.0.1');
const address = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

beforeEach(() => {
  heard = [];
  says = 200;
  config().WEBHOOK_PRIVATE = 'yes';
});
afterEach(() => {
  config().WEBHOOK_PRIVATE = 'no';
});

const at = (minutes: number) => new Date(today.getTime() + minutes * 60_000);
const clock = (db: Db, minutes = 0) => ctxOf(db, system, at(minutes));
const wanted = (more: object = {}) => ({ name: '省平台', url: address(), events: [...eventKinds], regionCode: '34', ...more });

async function admin(db: Db, regionCode = '34') {
  const ctx = as(db, 'system-admin', regionCode);
  await db.insert(users).values({ id: ctx.actor.id, name: '管理员', email: `${ctx.actor.id}@example.cn` }).onConflictDoNothing();
  return ctx;
}

/** Something that happened, as the events table hands it on. */
async function happened(db: Db, event = 'application.submitted', regionCode = binhu): Promise<Occurrence> {
  await change(clock(db), (tx) => tx.record(event, { id: 'application-1', regionCode }, { secret: '不外传' }));
  const [record] = await db.select().from(records).where(eq(records.event, event)).orderBy(sql`id desc`).limit(1);
  return { recordId: record!.id, event, subjectId: 'application-1', at: today.toISOString() };
}

describe('an event', () => {
  test('is pushed at once, signed as Standard Webhooks have it, with nothing but what happened where', async ({ db }) => {
    const { secret, id } = await makeWebhook(await admin(db), wanted());
    const occurrence = await happened(db);
    expect(await queueDeliveries(clock(db), occurrence)).toBe('1');
    expect(heard).toHaveLength(1);
    const { headers, body } = heard[0]!;
    const moved = headers as Record<string, string>;
    expect(verified(secret, body, moved)).toEqual({ type: 'application.submitted', timestamp: today.toISOString(), data: { id: 'application-1', regionCode: binhu, recordId: occurrence.recordId } });
    expect(() => verified(secret, body.replace('submitted', 'accepted'), moved)).toThrow('No matching signature');
    expect((await listDeliveries(as(db, 'audit-admin', '34'), id)).rows).toMatchObject([{ state: 'done', tries: 1, lastStatus: 200, lastAnswer: 'ok' }]);
  });

  test('is pushed once, however often its deed runs', async ({ db }) => {
    await makeWebhook(await admin(db), wanted());
    const occurrence = await happened(db);
    await queueDeliveries(clock(db), occurrence);
    expect(await queueDeliveries(clock(db), occurrence)).toBe('0');
    expect(heard).toHaveLength(1);
  });

  test('is pushed to those who chose its kind and its region; a call of the nation concerns all', async ({ db }) => {
    await makeWebhook(await admin(db), wanted({ events: ['application.accepted'] }));
    await makeWebhook(await admin(db, '32'), wanted({ regionCode: '32' }));
    expect(await queueDeliveries(clock(db), await happened(db))).toBe('');
    expect(await queueDeliveries(clock(db), await happened(db, 'call.published', '*'))).toBe('1');
    expect(await queueDeliveries(clock(db), await happened(db, 'application.accepted', '*'))).toBe('');
  });
});

/** The reader of the library checks the signature against its own clock, so the moment is moved to now. */
function verified(secret: string, body: string, headers: Record<string, string>): unknown {
  const real = Date.now;
  Date.now = () => Number(headers['webhook-timestamp']) * 1000;
  try {
    return new Webhook(secret).verify(body, headers);
  } finally {
    Date.now = real;
  }
}

describe('what does not arrive', () => {
  test('is tried again after longer and longer waits, then given up, and sent again by hand with the same id', async ({ db }) => {
    const { id } = await makeWebhook(await admin(db), wanted());
    says = 503;
    await queueDeliveries(clock(db), await happened(db));
    const rows = async () => (await listDeliveries(as(db, 'audit-admin', '34'), id)).rows;
    expect(await rows()).toMatchObject([{ state: 'waiting', tries: 1, nextAt: at(1), lastStatus: 503, lastAnswer: 'not now' }]);
    expect(await sendDue(clock(db, 0.5))).toBe('');
    expect(await sendDue(clock(db, 1))).toBe('0 + 1');
    expect((await rows())[0]!.nextAt).toEqual(at(6));
    await db.update(webhookDeliveries).set({ tries: 9 });
    await sendDue(clock(db, 10));
    const [given] = await rows();
    expect(given).toMatchObject({ state: 'given-up', tries: 10 });
    says = 200;
    await replayDelivery(await admin(db), id, given!.id);
    expect(await sendDue(clock(db, 11))).toBe('1 + 0');
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    await expect(replayDelivery(await admin(db), id, crypto.randomUUID())).rejects.toThrow('delivery-not-over');
  });

  test('because nobody listens, or because we are sent elsewhere, is written down; no redirect is followed', async ({ db }) => {
    const { id } = await makeWebhook(await admin(db), wanted({ url: 'http://127.0.0.1:9/hook' }));
    await queueDeliveries(clock(db), await happened(db));
    const rows = async () => (await listDeliveries(as(db, 'audit-admin', '34'), id)).rows;
    expect(await rows()).toMatchObject([{ state: 'waiting', lastStatus: null, lastAnswer: expect.stringContaining('ECONNREFUSED') }]);
    says = 302;
    expect(await post(address(), {}, '{}')).toEqual({ status: 302, answer: 'not now' });
    expect(heard).toHaveLength(1);
  });

  test('for three days pauses the subscription and tells its maker once; resumed, what waited is sent', async ({ db }) => {
    const ctx = await admin(db);
    const { id } = await makeWebhook(ctx, wanted());
    says = 500;
    await queueDeliveries(clock(db), await happened(db));
    await db.update(webhookDeliveries).set({ nextAt: at(3 * 1440 - 1) });
    await sendDue(clock(db, 3 * 1440 - 1));
    expect((await getWebhook(ctx, id)).pausedAt).toBeNull();
    await db.update(webhookDeliveries).set({ nextAt: at(3 * 1440) });
    await sendDue(clock(db, 3 * 1440));
    expect(await getWebhook(ctx, id)).toMatchObject({ pausedWhy: 'failing', failingSince: today });
    expect((await listMessages(ctx)).rows).toMatchObject([{ kind: 'webhook-paused', params: { name: '省平台' }, link: `/desk/webhooks/${id}` }]);
    await db.update(webhookDeliveries).set({ nextAt: today });
    expect(await sendDue(clock(db, 4 * 1440))).toBe('');
    says = 200;
    await resumeWebhook(ctx, id);
    expect(await sendDue(clock(db, 4 * 1440))).toBe('1 + 0');
    await expect(resumeWebhook(ctx, id)).rejects.toThrow('webhook-not-paused');
  });
});

describe('keeping a subscription', () => {
  test('its new secret is told once; for a day the former one signs too', async ({ db }) => {
    const ctx = await admin(db);
    const { id, secret } = await makeWebhook(ctx, wanted());
    const { secret: fresh } = await rotateSecret(ctx, id);
    await queueDeliveries(clock(db), await happened(db));
    const { headers, body } = heard[0]!;
    for (const each of [secret, fresh]) expect(verified(each, body, headers as Record<string, string>)).toBeTruthy();
    const occurrence = await happened(db, 'application.accepted');
    await queueDeliveries(clock(db, 25 * 60), occurrence);
    expect(() => verified(secret, heard[1]!.body, heard[1]!.headers as Record<string, string>)).toThrow('No matching signature');
    const [row] = await db.select().from(webhooks);
    expect(JSON.stringify(row)).not.toContain(fresh.slice(6));
  });

  test('paused, it gathers what happens; ended, it sends nothing more', async ({ db }) => {
    const ctx = await admin(db);
    const { id } = await makeWebhook(ctx, wanted());
    await pauseWebhook(ctx, id);
    await expect(pauseWebhook(ctx, id)).rejects.toThrow('webhook-paused-already');
    await queueDeliveries(clock(db), await happened(db));
    expect(heard).toEqual([]);
    await endWebhook(ctx, id);
    expect(await sendDue(clock(db, 1))).toBe('');
    expect(await queueDeliveries(clock(db), await happened(db, 'application.accepted'))).toBe('');
    await expect(getWebhook(ctx, id)).rejects.toThrow('webhook-not-found');
    expect((await db.select().from(records).where(eq(records.subjectId, id))).map((record) => record.event).toSorted()).toEqual(['webhook.ended', 'webhook.made', 'webhook.paused']);
  });

  test('is for the system administrator of its region, seen by the other two', async ({ db }) => {
    const { id } = await makeWebhook(await admin(db), wanted());
    for (const ctx of [as(db, 'audit-admin', '*'), as(db, 'system-admin', '32'), as(db, 'programme-officer', '*')]) {
      await expect(makeWebhook(ctx, wanted())).rejects.toThrow('not-allowed');
      for (const deed of [rotateSecret, pauseWebhook, endWebhook]) await expect(deed(ctx, id)).rejects.toThrow('not-allowed');
      await expect(replayDelivery(ctx, id, id)).rejects.toThrow('not-allowed');
    }
    expect((await listWebhooks(as(db, 'security-admin', '34'))).rows).toMatchObject([{ id }]);
    expect((await listWebhooks(as(db, 'security-admin', '32'))).rows).toEqual([]);
    await expect(listWebhooks(as(db, 'programme-officer', '*'))).rejects.toThrow('not-allowed');
  });

  test('ends at twenty for a region, and what is over is forgotten after ninety days', async ({ db }) => {
    const ctx = await admin(db);
    for (let i = 0; i < 20; i += 1) await makeWebhook(ctx, wanted({ name: `订阅 ${i}`, events: ['pilot.opened'] }));
    await expect(makeWebhook(ctx, wanted())).rejects.toThrow('webhooks-too-many');
    await queueDeliveries(clock(db), await happened(db, 'pilot.opened'));
    expect(await forgetDeliveries(clock(db, 89 * 1440))).toBe(0);
    expect(await forgetDeliveries(clock(db, 91 * 1440))).toBe(20);
  });
});

describe('where events may be pushed', () => {
  plain.for([
    'http://example.cn/hook', 'https://127.0.0.1/', 'https://localhost/', 'https://db.internal/', 'https://10.1.2.3/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/', 'https://169.254.169.254/latest',
    'https://192.168.1.1/', 'https://0x7f000001/', 'https://2130706433/', 'https://[fd00::1]/', 'https://[64:ff9b::a00:1]/', 'https://intranet/', 'https://user:secret@example.cn/',
  ])('%s is refused', (url) => {
    config().WEBHOOK_PRIVATE = 'no';
    expect(() => checkAddress(url)).toThrow(/^webhook-address-/);
  });

  plain('a public name is taken, and public addresses are no inner ones', () => {
    config().WEBHOOK_PRIVATE = 'no';
    expect(() => checkAddress('https://hooks.example.cn:8443/a?b=c')).not.toThrow();
    expect(['8.8.8.8', '2400:3200::1', '::', '100.64.0.1', 'nonsense'].map(isInner)).toEqual([false, false, true, true, true]);
  });

  plain('a name that turns out to mean this machine is refused as the connection is made', async () => {
    config().WEBHOOK_PRIVATE = 'yes';
    const port = (receiver.address() as AddressInfo).port;
    expect((await post(`http://localhost:${port}/`, {}, '{}')).status).not.toBe(undefined);
    const before = heard.length;
    config().WEBHOOK_PRIVATE = 'no';
    const { guardedLookup } = await import('./post.ts');
    const error = await new Promise<Error | null>((resolve) => guardedLookup('localhost', {}, (failed) => resolve(failed)));
    expect(error).toMatchObject({ code: 'EINNER' });
    expect(heard).toHaveLength(before);
  });

  plain('waits grow, and there is an end', () => {
    const waits = Array.from({ length: 10 }, (_, i) => nextTry(i + 1, today)?.getTime());
    expect(waits.slice(0, 9).every((wait, i) => i === 0 || wait! >= waits[i - 1]!)).toBe(true);
    expect(waits[9]).toBeUndefined();
  });
});
