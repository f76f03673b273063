import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { config } from '#app/platform/config.ts';
import { system } from '#app/platform/ctx.ts';
import { aPdf, officer } from '#tests/apply.ts';
import { eicar, startClamd } from '#tests/clamd.ts';
import { aUser } from '#tests/cycle.ts';
import { as, baohe, ctxOf, test, today } from '#tests/world.ts';
import { getFile, ownFile } from './read.ts';
import { scanFile, scanWaiting } from './scan-file.ts';
import { findMalware } from './scanner.ts';
import { storeFile } from './store-file.ts';
import { files } from './tables.server.ts';

let clamd: Awaited<ReturnType<typeof startClamd>>;
beforeAll(async () => {
  clamd = await startClamd();
  config().CLAMAV_ADDRESS = clamd.address;
});
afterAll(() => clamd.stop());

const clock = (db: Db, now = today) => ctxOf(db, system, now);
const stateOf = async (db: Db, id: string) => (await db.select({ scan: files.scan, state: files.state, finding: files.finding }).from(files).where(eq(files.id, id)))[0];
const eventsOf = async (db: Db, id: string) => (await db.select().from(records).where(eq(records.subjectId, id)).orderBy(records.id)).map((row) => row.event);
const infected = () => aPdf(`\n%${eicar}\n`);

/** While the scanner is not set up, or stands elsewhere. */
async function withScanner(address: string | undefined, run: () => Promise<void>) {
  config().CLAMAV_ADDRESS = address;
  await run().finally(() => (config().CLAMAV_ADDRESS = clamd.address));
}

describe('scanning for malware', () => {
  test('passes what is clean, once, and leaves a record', async ({ db }) => {
    const { id } = await storeFile(await officer(db), { name: 'a.pdf', content: aPdf() });
    expect(await stateOf(db, id)).toMatchObject({ scan: 'waiting', state: 'stored' });
    expect(await scanFile(clock(db), id)).toBe('clean');
    expect(await scanFile(clock(db), id)).toBe('');
    expect(await stateOf(db, id)).toMatchObject({ scan: 'clean', state: 'stored' });
    expect(await eventsOf(db, id)).toEqual(['file.stored', 'file.scanned']);
  });

  test('AS-04: holds back what is infected, from whoever brought it, and does not take it again', async ({ db }) => {
    const ctx = await officer(db);
    const other = as(db, 'government-officer', baohe);
    await aUser(db, other.actor.id);
    const first = await storeFile(ctx, { name: '意见.pdf', content: infected() });
    const second = await storeFile(other, { name: '附件.pdf', content: infected() });
    expect(await scanFile(clock(db), first.id)).toBe('Eicar-Test-Signature');
    for (const { id } of [first, second]) {
      expect(await stateOf(db, id)).toEqual({ scan: 'infected', state: 'quarantined', finding: 'Eicar-Test-Signature' });
      expect(await eventsOf(db, id)).toEqual(['file.stored', 'file.quarantined']);
      await expect(getFile(ctx, id)).rejects.toMatchObject({ code: 'file-infected', status: 422 });
    }
    await expect(ownFile(ctx, first.id)).rejects.toThrow('file-infected');
    await expect(storeFile(ctx, { name: 'c.pdf', content: infected() })).rejects.toThrow('file-infected');
  });

  test('is caught up on when the scanner was away: a job that fails and is tried again, and a sweep of what is left', async ({ db }) => {
    const { id } = await storeFile(await officer(db), { name: 'a.pdf', content: infected() });
    const later = new Date(today.getTime() + 1_200_000);
    await withScanner('127.0.0.1:9', async () => {
      await expect(scanFile(clock(db), id)).rejects.toThrow('ECONNREFUSED');
      await expect(scanWaiting(clock(db, later))).rejects.toThrow('ECONNREFUSED');
    });
    expect(await stateOf(db, id)).toMatchObject({ scan: 'waiting', state: 'stored' });
    expect(await scanWaiting(clock(db))).toBe('0');
    expect(await scanWaiting(clock(db, later))).toBe('1');
    expect(await stateOf(db, id)).toMatchObject({ state: 'quarantined' });
  });

  test('does nothing without a scanner, and what was stored stays as not scanned', async ({ db }) => {
    const { id } = await storeFile(await officer(db), { name: 'a.pdf', content: aPdf() });
    await withScanner(undefined, async () => {
      expect(await scanFile(clock(db), id)).toBe('');
      expect(await scanWaiting(clock(db, new Date(today.getTime() + 1_200_000)))).toBe('');
    });
    expect(await stateOf(db, id)).toMatchObject({ scan: 'waiting', state: 'stored' });
  });
});

describe('the scanner', () => {
  test('is sent the largest file in pieces and gives its verdict', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024, 'a');
    expect(await findMalware(clamd.address, large)).toBeUndefined();
    expect(await findMalware(clamd.address, Buffer.concat([large, Buffer.from(eicar)]))).toBe('Eicar-Test-Signature');
    expect(await findMalware(clamd.address, Buffer.alloc(0))).toBeUndefined();
  });

  test.for(['INSTREAM size limit exceeded. ERROR', '', 'something else'])('that answers %j has given no verdict', async (answer) => {
    const confused = await startClamd(answer);
    await expect(findMalware(confused.address, Buffer.from('x'))).rejects.toThrow('The scanner answered');
    await confused.stop();
  });
});
