import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { oneByOne } from '#app/platform/one-by-one.ts';
import { records } from '#app/platform/tables.server.ts';
import { aCall, anApplication, aUser } from '#tests/cycle.ts';
import { as, test } from '#tests/world.ts';
import { listChosen } from './chosen.ts';
import { remindApplicant } from './remind-applicant.ts';
import { applications } from './tables.server.ts';

const office = (db: Db, region = '*') => as(db, 'programme-officer', region);

async function aReturned(db: Db) {
  const id = await anApplication(db, { status: 'returned' });
  const [row] = await db.select({ startedBy: applications.startedBy }).from(applications).where(eq(applications.id, id));
  await aUser(db, row!.startedBy);
  return id;
}

describe('reminding of a return', () => {
  test('tells those who work on the application, and leaves a record', async ({ db }) => {
    const id = await aReturned(db);
    await remindApplicant(office(db), id);
    expect(await db.select({ kind: messages.kind, link: messages.link }).from(messages)).toEqual([{ kind: 'answer-due', link: `/apply/${id}` }]);
    expect(await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id))).toEqual([{ event: 'application.reminded' }]);
  });

  test('is done once a day', async ({ db }) => {
    const id = await aReturned(db);
    await remindApplicant(office(db), id);
    await expect(remindApplicant(office(db), id)).rejects.toThrow('reminded-today');
    await remindApplicant(as(db, 'programme-officer', '*', new Date('2026-09-02T02:00:00Z')), id);
  });

  test('is refused for one that is not returned, and to everybody but the office of the place', async ({ db }) => {
    const id = await aReturned(db);
    const waiting = await anApplication(db, { callId: await aCall(db), regionCode: '340111400002' });
    await expect(remindApplicant(office(db), waiting)).rejects.toThrow('application-not-returned');
    await expect(remindApplicant(office(db, '32'), id)).rejects.toThrow('application-not-found');
    await expect(remindApplicant(as(db, 'government-officer', '*'), id)).rejects.toThrow('application-not-found');
  });

  test('of several tells of each whether it was done', async ({ db }) => {
    const id = await aReturned(db);
    const waiting = await anApplication(db, { callId: await aCall(db), regionCode: '340111400002' });
    expect(await oneByOne([waiting, id], (one) => remindApplicant(office(db), one))).toEqual([{ id: waiting, refusal: 'application-not-returned' }, { id, refusal: null }]);
    expect((await listChosen(office(db), [id, waiting])).map((row) => row.id).toSorted()).toEqual([id, waiting].toSorted());
    expect(await listChosen(office(db, '32'), [id])).toEqual([]);
  });

  test('of several stops at what is no refusal', async () => {
    await expect(oneByOne(['1'], () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  });
});
