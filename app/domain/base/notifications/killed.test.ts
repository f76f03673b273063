import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { openDb } from '#app/db/db.server.ts';
import { builtInTexts } from '#app/i18n/notifications.ts';
import { readConfig } from '#app/platform/config.ts';
import { system } from '#app/platform/ctx.ts';
import { aGateway } from '#tests/receivers.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { ctxOf, today } from '#tests/world.ts';
import { handOver, type Post } from './hand-over.ts';
import { noteContact } from './note-contact.ts';
import { providersFrom } from './providers/chosen.ts';
import { spreadMessages } from './spread.ts';
import { deliveries, deliveryTries } from './tables.server.ts';

const program = `
  import { openDb } from '#app/db/db.server.ts';
  import { handOver } from '#app/domain/base/notifications/hand-over.ts';
  import { providersFrom } from '#app/domain/base/notifications/providers/chosen.ts';
  import { builtInTexts } from '#app/i18n/notifications.ts';
  import { readConfig } from '#app/platform/config.ts';
  import { system } from '#app/platform/ctx.ts';
  const { db } = openDb(process.env.URL, 2);
  const ctx = { actor: system, db, now: new Date(process.env.NOW), locale: 'zh-CN', requestId: 'killed' };
  await handOver(ctx, [process.env.ID], { providers: providersFrom(readConfig({ SMS_URL: process.env.SMS_URL })), builtIn: builtInTexts });`;

test('a process killed after the gateway took a text message leaves it uncertain; nobody sends it again', async () => {
  const { appUrl } = await workerDatabase();
  const { db, close } = openDb(appUrl, 2);
  const gateway = await aGateway(() => 'never');
  try {
    const us = ctxOf(db, system);
    await db.insert(users).values({ id: 'anna', name: 'anna', email: 'anna@accounts.invalid' });
    await noteContact(us, 'anna', { channel: 'sms', address: '13812345678' });
    await tell(us, ['anna'], 'call-extended', { title: '第三批', day: '2026-12-01', reason: '系统故障' }, '/apply', 'cause');
    await spreadMessages(us, ['sms']);
    const [{ id }] = (await db.select({ id: deliveries.id }).from(deliveries)) as [{ id: string }];

    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, URL: appUrl, NOW: today.toISOString(), ID: id, SMS_URL: gateway.url }, stdio: 'ignore' });
    await expect.poll(() => gateway.posts.length).toBe(1).finally(() => child.kill('SIGKILL'));
    expect(gateway.posts.map((post) => post.key)).toEqual([`${id}-1`]);

    const post: Post = { providers: providersFrom(readConfig({ SMS_URL: gateway.url })), builtIn: builtInTexts };
    expect(await handOver(us, [id], post)).toBe('looked-at-later 1');
    expect(await handOver(ctxOf(db, system, new Date(today.getTime() + 180_000)), [id], post)).toBe('unknown 1');
    expect(await handOver(ctxOf(db, system, new Date(today.getTime() + 360_000)), [id], post)).toBe('done-before 1');
    expect(gateway.posts).toHaveLength(1);
    expect((await db.select({ outcome: deliveryTries.outcome }).from(deliveryTries)).map((line) => line.outcome)).toEqual([null]);
  } finally {
    await gateway.close();
    await close();
  }
});
