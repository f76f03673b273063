import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { describe, expect, test as plain } from 'vitest';
import { makeToken } from '#app/domain/base/interfaces/make-token.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { officersToken, program, begun } from './api.ts';
import { aPilotCall } from './apply.ts';
import { binhu, test, today } from './world.ts';
import { workerDatabase } from './worker-database.ts';

describe('the same request again', () => {
  test('with its key is done once and answered alike, also the receipt', async ({ db }) => {
    const callId = await aPilotCall(db);
    const { token } = await officersToken(db);
    const ask = program(db, token);
    const start = (key: string, regionCode = binhu) => ask('/applications', { method: 'POST', headers: { 'Idempotency-Key': key }, body: { callId, regionCode } });
    const first = await start('one');
    const again = await start('one');
    expect([again.status, again.body, again.headers.get('location')]).toEqual([201, first.body, first.headers.get('location')]);
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([null, 'true']);
    expect(await start('two')).toMatchObject({ status: 409, body: { title: 'application-exists' } });
    expect(await start('one', `${binhu}001`)).toMatchObject({ status: 422, body: { title: 'idempotency-key-reused' } });
    expect(await start('with spaces')).toMatchObject({ status: 400, body: { title: 'idempotency-key-bad' } });
    expect(await db.select().from(applications)).toHaveLength(1);
  });

  test('is not answered to another token of the same owner that may do less', async ({ db }) => {
    const { token, owner, callId } = await begun(db);
    const start = (by: string) => program(db, by)('/applications', { method: 'POST', headers: { 'Idempotency-Key': 'k' }, body: { callId, regionCode: `${binhu}001` } });
    const less = await makeToken(owner, { name: '只读机构', verbs: ['organisation.list'], regionCode: '*', organisationId: undefined, days: 1 });
    const first = await start(token);
    expect((await start(less.token)).body).not.toMatchObject({ id: first.body.id });
    expect((await start(token)).body).toEqual(first.body);
  });

  test('after a refusal may be sent with the same key, since nothing was done', async ({ db }) => {
    const { ask, id } = await begun(db);
    const hand = () => ask(`/applications/${id}/submission`, { method: 'POST', headers: { 'Idempotency-Key': 'hand-in' }, body: { truthful: 'yes' } });
    expect((await hand()).body.title).toBe('answers-missing');
    expect((await hand()).body.title).toBe('answers-missing');
  });

  test('of somebody else with the same key is another request, and after two days the key is free', async ({ db }) => {
    const callId = await aPilotCall(db);
    const mine = await officersToken(db);
    const other = await officersToken(db);
    const body = { callId, regionCode: binhu };
    const start = (token: string, now = today) => program(db, token, now)('/applications', { method: 'POST', headers: { 'Idempotency-Key': 'k' }, body });
    expect((await start(mine.token)).status).toBe(201);
    expect((await start(other.token)).status).toBe(409);
    expect((await start(mine.token, new Date(today.getTime() + 47 * 3_600_000))).status).toBe(201);
    expect((await start(mine.token, new Date(today.getTime() + 49 * 3_600_000))).status).toBe(409);
  });

  plain('sent ten times at once is done once, and all ten hear the same', async () => {
    const { appUrl } = await workerDatabase();
    const pool = new pg.Pool({ connectionString: appUrl, max: 12 });
    const db: Db = drizzle(pool);
    try {
      const callId = await aPilotCall(db);
      const { token } = await officersToken(db);
      const ask = program(db, token);
      const all = await Promise.all(
        Array.from({ length: 10 }, () => ask('/applications', { method: 'POST', headers: { 'Idempotency-Key': 'at-once' }, body: { callId, regionCode: binhu } })),
      );
      expect(new Set(all.map((answer) => `${answer.status} ${JSON.stringify(answer.body)}`)).size).toBe(1);
      expect(all[0]!.status).toBe(201);
      expect(await db.select().from(applications)).toHaveLength(1);
      expect(all.filter((answer) => answer.headers.get('idempotency-replayed') === 'true')).toHaveLength(9);
    } finally {
      await pool.end();
    }
  });
});
