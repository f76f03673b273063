import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { system } from '#app/platform/ctx.ts';
import { aCall, anApplication, aRegion, aUser } from '#tests/cycle.ts';
import { asked, ctxOf, hefei, test, today } from '#tests/world.ts';
import { remindApplicants, remindOffice } from './remind.ts';
import { tellApplicants, tellExtension } from './tell-applicants.ts';

const clock = (db: Db, now = today) => ctxOf(db, system, now);
const toldTo = async (db: Db, userId: string) => (await db.select().from(messages).where(eq(messages.userId, userId))).map(({ kind, params, link }) => ({ kind, params, link }));

async function anOfficer(db: Db, id: string, regionCode: string) {
  await aUser(db, id);
  await db.insert(roleGrants).values({ userId: id, role: 'programme-officer', regionCode, grantedBy: 'admin', grantedAt: today });
}

describe('telling the applicants', () => {
  test('reaches those who worked on it, once for each cause', async ({ db }) => {
    await aUser(db, 'applicant');
    const id = await anApplication(db, { status: 'returned', answerDueOn: '2026-09-11' });
    expect(await tellApplicants(clock(db), id, 'application-returned', 'record-1')).toBe('1');
    expect(await tellApplicants(clock(db), id, 'application-returned', 'record-1')).toBe('0');
    expect(await toldTo(db, 'applicant')).toMatchObject([{ kind: 'application-returned', params: { unit: '滨湖世纪社区', day: '2026-09-11' }, link: `/apply/${id}` }]);
  });

  test('of an extension reaches those with a draft, and nobody who has submitted', async ({ db }) => {
    await aUser(db, 'applicant');
    await aUser(db, 'early');
    const callId = await aCall(db);
    await anApplication(db, { callId, status: 'draft', answers: {} });
    await anApplication(db, { callId, status: 'submitted', startedBy: 'early', answers: {}, regionCode: await aRegion(db, '320102002001') });
    await tellExtension(clock(db), callId, { to: '2026-09-30', reason: '汛情' }, 'record-2');
    expect(await toldTo(db, 'applicant')).toMatchObject([{ kind: 'call-extended', params: { day: '2026-09-30', reason: '汛情' } }]);
    expect(await toldTo(db, 'early')).toEqual([]);
  });

  test('of an extension goes by batches, and a run that begins again tells those it had not reached and nobody twice', async ({ db }) => {
    const callId = await aCall(db);
    for (let i = 1; i <= 5; i += 1) {
      const starter = await aUser(db, `starter-${i}`);
      await anApplication(db, { callId, status: 'draft', answers: {}, startedBy: starter, regionCode: await aRegion(db, `34011100${i}001`) });
    }
    const tellAll = () => tellExtension(clock(db), callId, { to: '2026-09-30', reason: '汛情' }, 'record-3', 2);
    expect(await tellAll()).toBe('5');
    await db.delete(messages).where(eq(messages.userId, 'starter-4'));
    expect(await tellAll()).toBe('1');
    expect(await toldTo(db, 'starter-4')).toHaveLength(1);
    expect(await toldTo(db, 'starter-1')).toHaveLength(1);
  });

  test('of many applications asks no more statements than of one', async ({ db }) => {
    const count = async (callId: string) => {
      const before = asked.length;
      await tellExtension(clock(db), callId, { to: '2026-09-30', reason: '汛情' }, `record-${callId}`);
      return asked.length - before;
    };
    await aUser(db, 'applicant');
    const [one, many] = [await aCall(db), await aCall(db)];
    await anApplication(db, { callId: one, status: 'draft', answers: {} });
    for (let i = 1; i <= 6; i += 1) await anApplication(db, { callId: many, status: 'draft', answers: {}, regionCode: await aRegion(db, `34011100${i}001`) });
    expect(await count(many)).toBe(await count(one));
  });
});

describe('reminders', () => {
  test('tell each officer once a working day what is due and what is late, in their own region', async ({ db }) => {
    await anOfficer(db, 'nation', '*');
    await anOfficer(db, 'elsewhere', '32');
    await anOfficer(db, 'here', hefei);
    const callId = await aCall(db);
    await anApplication(db, { callId, checkDueOn: '2026-09-02' });
    await anApplication(db, { callId, checkDueOn: '2026-08-28', regionCode: '340111400001' });
    await anApplication(db, { callId, checkDueOn: '2026-09-10', regionCode: '340111400002' });
    await remindOffice(clock(db));
    await remindOffice(clock(db));
    expect(await toldTo(db, 'here')).toMatchObject([{ kind: 'check-due', params: { due: 1, late: 1 }, link: '/desk/applications?tab=overdue' }]);
    expect(await toldTo(db, 'nation')).toHaveLength(1);
    expect(await toldTo(db, 'elsewhere')).toEqual([]);
  });

  test('stay away on a day of rest', async ({ db }) => {
    await anOfficer(db, 'nation', '*');
    await anApplication(db, { checkDueOn: '2026-08-28' });
    await remindOffice(clock(db, new Date('2026-09-05T02:00:00Z')));
    expect(await toldTo(db, 'nation')).toEqual([]);
  });

  test('tell applicants the day before their last day, and once when it is over', async ({ db }) => {
    await aUser(db, 'applicant');
    await anApplication(db, { status: 'returned', answerDueOn: '2026-09-02' });
    await remindApplicants(clock(db));
    await remindApplicants(clock(db, new Date('2026-09-03T02:00:00Z')));
    await remindApplicants(clock(db, new Date('2026-09-04T02:00:00Z')));
    expect((await toldTo(db, 'applicant')).map(({ kind }) => kind)).toEqual(['answer-due', 'answer-late']);
  });
});
