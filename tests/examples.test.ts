import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Db } from '#app/db/db.server.ts';
import type { ApplicationLine as LineShape, ApplicationShape, FileShape, OrganisationLine, ReceiptShape } from '#app/routes/api/shapes-applications.ts';
import type { CallShape } from '#app/routes/api/shapes.ts';
import { type Application, type ApplicationLine, type Call, type Organisation, problemOf, type Receipt, type StoredFile, tongyou } from '../examples/typescript-client/tongyou.ts';
import { completeAnswers } from './answers.ts';
import { apiSite, officersToken } from './api.ts';
import { aPdf, aPilotCall } from './apply.ts';
import { anApplication } from './cycle.ts';
import { binhu, today } from './world.ts';
import { workerDatabase } from './worker-database.ts';

/** The API on a port of its own; `lose` makes the line break after that many requests have been answered. */
async function served(run: (url: string, db: Db, lose: (n: number) => void, broken: () => number) => Promise<void>) {
  const { appUrl } = await workerDatabase();
  const pool = new pg.Pool({ connectionString: appUrl, max: 6 });
  const db: Db = drizzle(pool);
  let lost = 0;
  let broken = 0;
  const listener = getRequestListener(apiSite(db, today).fetch);
  const server = createServer((asked, answer) => {
    if (lost > 0 && asked.method !== 'GET') {
      lost -= 1;
      broken += 1;
      answer.write = answer.end = () => asked.socket.destroy() as never; // done, but nobody hears of it
    }
    void listener(asked, answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, db, (n) => (lost = n), () => broken);
  } finally {
    server.closeAllConnections();
    server.close();
    await pool.end();
  }
}

describe('the example client', () => {
  test('takes an application from a draft to the receipt, over a line that breaks', () =>
    served(async (url, db, lose, broken) => {
      const callId = await aPilotCall(db);
      const { token } = await officersToken(db);
      const system = tongyou({ url, token });
      expect((await system.token()).verbs).toContain('application.submit');
      lose(1);
      const { id, number } = await system.start({ callId, regionCode: binhu });
      let read = await system.application(id);
      expect(read.value).toMatchObject({ number, state: 'draft' });
      lose(1);
      read = await system.save(read, completeAnswers);
      const file = await system.upload('意见.pdf', aPdf());
      read = await system.attach(id, 'sealed-opinion', file.id);
      expect(read.value.missing).toEqual([]);
      lose(1);
      const receipt = await system.submit(id, { truthful: 'yes' });
      expect(await system.receipt(id)).toEqual(receipt);
      expect((await system.timeline(id)).filter((moment) => moment.event === 'application.submitted')).toHaveLength(1);
      expect(broken()).toBe(3);
      expect(await system.withdraw(id)).toEqual({ id, state: 'draft' });
    }));

  test('hears refusals as sentences, and is told when somebody was quicker', () =>
    served(async (url, db) => {
      const callId = await aPilotCall(db);
      const { token } = await officersToken(db);
      const system = tongyou({ url, token, language: 'en' });
      const { id } = await system.start({ callId, regionCode: binhu });
      const [mine, theirs] = [await system.application(id), await system.application(id)];
      await system.save(theirs, { population: '120000' });
      const error = await system.save(mine, { population: '1' }).catch((one: unknown) => one);
      expect(problemOf(error)).toMatchObject({ status: 412, title: 'changed-meanwhile' });
      expect(problemOf(await tongyou({ url, token: 'wrong' }).token().catch((one: unknown) => one))).toMatchObject({ status: 401, title: 'token-wrong' });
    }));

  test('reads every page of a list', () =>
    served(async (url, db) => {
      const callId = await aPilotCall(db);
      const { token } = await officersToken(db);
      for (let n = 0; n < 103; n += 1) await anApplication(db, { callId, regionCode: `${binhu}${String(n + 1).padStart(3, '0')}`, answers: {} });
      const numbers = [];
      for await (const line of tongyou({ url, token }).applications({ state: 'submitted' })) numbers.push(line.regionCode);
      expect(new Set(numbers).size).toBe(103);
      const calls = [];
      for await (const call of tongyou({ url, token }).calls()) calls.push(call.id);
      expect(calls).toContain(callId);
    }));

  test('has the types that the description has', () => {
    expectTypeOf<z.infer<typeof ApplicationShape>>().toExtend<Application>();
    expectTypeOf<z.infer<typeof LineShape>>().toExtend<ApplicationLine>();
    expectTypeOf<z.infer<typeof ReceiptShape>>().toExtend<Receipt>();
    expectTypeOf<z.infer<typeof FileShape>>().toExtend<StoredFile>();
    expectTypeOf<z.infer<typeof OrganisationLine>>().toExtend<Organisation>();
    expectTypeOf<z.infer<typeof CallShape>>().toExtend<Call>();
    expect(Object.keys(tongyou({ url: 'http://localhost', token: '' }))).toContain('submit');
  });
});
