import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { communities } from '#app/domain/base/communities/tables.server.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { aDraft, aPilotCall, fill, officer } from '#tests/apply.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, baohe, binhu, ctxOf, hefei, neighbour, test, today } from '#tests/world.ts';
import { answersOf } from './form.ts';
import { startDraft } from './start-draft.ts';
import { getForm } from './read.ts';

const committee = `${binhu}001`;

describe('starting an application', () => {
  test('gives it a number of the year and leaves a record', async ({ db }) => {
    const { id, number } = await aDraft(db);
    expect(number).toMatch(/^TY-2026-\d{4,}$/);
    expect(await db.select().from(records).where(eq(records.subjectId, id))).toMatchObject([{ event: 'application.started', facts: { number } }]);
  });

  test('numbers follow each other', async ({ db }) => {
    const { number, callId } = await aDraft(db);
    await aRegion(db, committee);
    const next = await startDraft(await officer(db), { callId, regionCode: committee });
    expect(Number(next.number.slice(8))).toBe(Number(number.slice(8)) + 1);
  });

  test('fills in what is known and says from where', async ({ db }) => {
    await aRegion(db, binhu, '滨湖世纪社区');
    await db.insert(communities).values({ regionCode: binhu, facts: { population: 120000, address: '广西路 1 号' }, updatedAt: today });
    await db.insert(organisations).values({ kind: 'government', name: '社区服务中心', creditCode: '11340111MB1A23456C', regionCode: binhu, createdAt: today, updatedAt: today });
    const { ctx, id } = await aDraft(db);
    const { answers } = await getForm(ctx, id);
    expect(answers.population).toMatchObject({ value: '120000', source: 'community' });
    expect(answers['applicant-code']).toMatchObject({ value: '11340111MB1A23456C', source: 'organisation' });
    expect(answers['unit-name']).toMatchObject({ value: '滨湖世纪社区', source: 'region' });
    await fill(ctx, id, { population: '120001' });
    expect((await answersOf(ctx, id)).find((row) => row.questionId === 'population')).toMatchObject({ source: '', revision: 2 });
  });

  test('is for one application per unit and call', async ({ db }) => {
    const { ctx, callId } = await aDraft(db);
    await expect(startDraft(ctx, { callId, regionCode: binhu })).rejects.toThrow('application-exists');
  });

  test('is open to the district and the city when the call says so', async ({ db }) => {
    const callId = await aPilotCall(db, { applicantLevels: ['township', 'city'] });
    await aRegion(db, hefei);
    await expect(startDraft(as(db, 'government-officer', baohe), { callId, regionCode: binhu })).rejects.toThrow('applicant-level-not-allowed');
    const { id } = await startDraft(as(db, 'government-officer', hefei), { callId, regionCode: binhu });
    expect((await getForm(as(db, 'government-officer', hefei), id)).application).toMatchObject({ applicantCode: hefei });
  });

  test('is refused to everybody who is no government officer of that place', async ({ db }) => {
    const callId = await aPilotCall(db);
    const start = (ctx: Parameters<typeof startDraft>[0]) => startDraft(ctx, { callId, regionCode: binhu });
    await expect(start(ctxOf(db))).rejects.toThrow('sign-in-needed');
    await expect(start(as(db, 'community-worker', binhu))).rejects.toThrow('not-allowed');
    await expect(start(as(db, 'organisation-agent', binhu))).rejects.toThrow('not-allowed');
    await expect(start(as(db, 'government-officer', neighbour))).rejects.toThrow('not-allowed');
    await expect(start(as(db, 'government-officer', '34'))).rejects.toThrow('applicant-level-not-allowed');
  });

  test('is refused before the first day, after the last, and for a call nobody published', async ({ db }) => {
    const ctx = await officer(db);
    const start = async (given: Parameters<typeof aPilotCall>[1]) => startDraft(ctx, { callId: await aPilotCall(db, given), regionCode: binhu });
    await expect(start({ opensOn: '2026-09-02' })).rejects.toThrow('call-not-open-yet');
    await expect(start({ closesOn: '2026-08-31' })).rejects.toThrow('call-closed');
    await expect(start({ state: 'draft' })).rejects.toThrow('call-not-found');
  });

  test('is refused for a district, for a place outside the call, and for a place that is no more', async ({ db }) => {
    const ctx = await officer(db);
    await aRegion(db, neighbour);
    const callId = await aPilotCall(db, { regionCode: neighbour });
    await expect(startDraft(ctx, { callId, regionCode: binhu })).rejects.toThrow('unit-outside-call');
    const everywhere = await aPilotCall(db);
    await aRegion(db, baohe);
    await expect(startDraft(as(db, 'government-officer', baohe), { callId: everywhere, regionCode: baohe })).rejects.toThrow('unit-not-community');
    await expect(startDraft(ctx, { callId: everywhere, regionCode: `${binhu}999` })).rejects.toThrow('unit-not-community');
  });
});
