import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { records } from '#app/platform/tables.server.ts';
import { aCall, aRegion, aStandard } from '#tests/cycle.ts';
import { as, baohe, ctxOf, hefei, test, today } from '#tests/world.ts';
import type { Db } from '#app/db/db.server.ts';
import { CallInput } from './input.ts';
import { callChoices, getCall, listCalls, openCallsOn } from './read.ts';
import { closeCalls } from './close-call.ts';
import { editCall } from './edit-call.ts';
import { extendCall } from './extend-call.ts';
import { openCall } from './open-call.ts';
import { publishCall } from './publish-call.ts';
import { calls } from './tables.server.ts';
import { system } from '#app/platform/ctx.ts';

const typed = {
  title: '2026 年第一批', titleEn: 'First call', about: '说明', regionCode: '*', editionId: 'edition-published', questionSetId: 'small-set', places: '10',
  applicantLevels: ['township'], opensOn: '2026-09-01', closesOn: '2026-09-15', checkDays: '10', returnDays: '10', reviewsPerApplication: '3',
  scoreFrom: '0', scoreTo: '100', noticeDays: '7', answerDays: '10',
};
const input = CallInput.parse(typed);
const office = (db: Db, now = today) => as(db, 'programme-officer', '*', now);
const eventsOf = async (db: Db, id: string) => (await db.select().from(records).where(eq(records.subjectId, id))).map((row) => row.event);

describe('opening and editing a call', () => {
  test('makes a draft that leaves a record and that only its editors see', async ({ db }) => {
    await aStandard(db);
    const id = await openCall(office(db), input);
    expect(await getCall(office(db), id)).toMatchObject({ state: 'draft', places: 10, check: { checkDays: 10, returnDays: 10 } });
    expect(await eventsOf(db, id)).toEqual(['call.opened']);
    await expect(getCall(ctxOf(db), id)).rejects.toThrow('call-not-found');
    expect((await listCalls(ctxOf(db))).rows.map((row) => row.id)).not.toContain(id);
  });

  test('is refused to a government officer, and to an office of another region', async ({ db }) => {
    await aStandard(db);
    await expect(openCall(as(db, 'government-officer', '*'), input)).rejects.toThrow('not-allowed');
    await expect(openCall(as(db, 'programme-officer', hefei), input)).rejects.toThrow('not-allowed');
    await aRegion(db, baohe);
    await openCall(as(db, 'programme-officer', hefei), { ...input, regionCode: baohe });
  });

  test('is refused for a region, an edition or a question set that does not exist', async ({ db }) => {
    await aStandard(db);
    await expect(openCall(office(db), { ...input, regionCode: '99' })).rejects.toThrow('region-not-found');
    await expect(openCall(office(db), { ...input, editionId: 'nothing' })).rejects.toThrow('edition-not-found');
    await expect(openCall(office(db), { ...input, questionSetId: 'nothing' })).rejects.toThrow('question-set-not-found');
  });

  test('is refused for an edition that is not published, and so is choosing one later', async ({ db }) => {
    await aStandard(db);
    const { editionId } = await aStandard(db, 'draft');
    await expect(openCall(office(db), { ...input, editionId })).rejects.toThrow('edition-not-published');
    const id = await openCall(office(db), input);
    await expect(editCall(office(db), id, { ...input, editionId })).rejects.toThrow('edition-not-published');
  });

  test('stands in a region of the list even when somebody writes past the verbs', async ({ db }) => {
    const id = await aCall(db);
    await expect(db.transaction((step) => step.update(calls).set({ regionCode: '99' }).where(eq(calls.id, id)))).rejects.toMatchObject({ cause: { code: '23503' } });
  });

  test('begins with what may be chosen, shown to those who edit calls', async ({ db }) => {
    await aStandard(db);
    expect((await callChoices(office(db))).editions.map((edition) => edition.id)).toContain('edition-published');
    await expect(callChoices(as(db, 'expert', '*'))).rejects.toThrow('not-allowed');
  });

  test('changes a draft and records what changed', async ({ db }) => {
    await aStandard(db);
    const id = await openCall(office(db), input);
    await editCall(office(db), id, { ...input, places: 20 });
    expect(await getCall(office(db), id)).toMatchObject({ places: 20, revision: 1 });
    const [, edited] = await db.select().from(records).where(eq(records.subjectId, id));
    expect(edited).toMatchObject({ event: 'call.edited', facts: { changed: ['places'] } });
  });

  test('tells the second of two officers that the first has saved', async ({ db }) => {
    await aStandard(db);
    const id = await openCall(office(db), input);
    await editCall(office(db), id, { ...input, revision: 0, places: 20 });
    await expect(editCall(office(db), id, { ...input, revision: 0, places: 30 })).rejects.toThrow('changed-meanwhile');
  });

  test('is refused once the call is published, and where the officer has no say', async ({ db }) => {
    const id = await aCall(db);
    await expect(editCall(office(db), id, input)).rejects.toThrow('call-not-draft');
    await expect(editCall(as(db, 'programme-officer', hefei), id, input)).rejects.toThrow('not-allowed');
  });

  test('bad figures and days come back by field', () => {
    const wrong = CallInput.safeParse({ ...typed, places: '0', closesOn: '2026-13-40', applicantLevels: undefined });
    expect(wrong.error!.issues.map((issue) => issue.path.join('.'))).toEqual(['places', 'applicantLevels', 'closesOn']);
    expect(CallInput.safeParse({ ...typed, closesOn: '2026-08-01' }).error!.issues[0]!.path).toEqual(['closesOn']);
    expect(CallInput.safeParse({ ...typed, scoreFrom: '100', scoreTo: '10' }).error!.issues[0]!.path).toEqual(['scoreTo']);
  });
});

describe('publishing a call', () => {
  test('shows it to everybody and leaves a record', async ({ db }) => {
    const id = await aCall(db, { state: 'draft', publishedAt: null });
    await publishCall(office(db), id);
    expect(await getCall(ctxOf(db), id)).toMatchObject({ state: 'published', publishedAt: today });
    expect(await eventsOf(db, id)).toEqual(['call.published']);
  });

  test.for([
    ['its English title is missing', { titleEn: '' }, 'call-incomplete'],
    ['its explanation is missing', { about: '' }, 'call-incomplete'],
    ['it closes before it opens', { opensOn: '2026-09-20' }, 'call-days-reversed'],
    ['its last day is over', { closesOn: '2026-08-31' }, 'call-already-over'],
    ['it is published already', { state: 'published' as const }, 'call-not-draft'],
  ] as const)('is refused when %s', async ([, given, code], { db }) => {
    const id = await aCall(db, { state: 'draft', ...given });
    await expect(publishCall(office(db), id)).rejects.toThrow(code);
  });

  test('is refused while the edition or the question set is a draft', async ({ db }) => {
    const unready = await aStandard(db, 'draft', null);
    const published = await aStandard(db);
    const first = await aCall(db, { state: 'draft', editionId: unready.editionId });
    await expect(publishCall(office(db), first)).rejects.toThrow('edition-not-published');
    const second = await aCall(db, { state: 'draft', editionId: published.editionId, questionSetId: unready.questionSetId });
    await expect(publishCall(office(db), second)).rejects.toThrow('question-set-not-published');
  });

  test('is refused to anybody but the programme office of the region', async ({ db }) => {
    const id = await aCall(db, { state: 'draft', regionCode: '3401' });
    await expect(publishCall(as(db, 'programme-officer', '32'), id)).rejects.toThrow('call-not-found');
    await expect(publishCall(as(db, 'expert', '*'), id)).rejects.toThrow('call-not-found');
    await publishCall(as(db, 'programme-officer', hefei), id);
  });
});

describe('extending a call', () => {
  const later = { closesOn: '2026-09-30', reason: '多地汛情，推迟截止日' };

  test('moves the last day and keeps the reason', async ({ db }) => {
    const id = await aCall(db);
    await extendCall(office(db), id, later);
    expect(await getCall(ctxOf(db), id)).toMatchObject({ closesOn: '2026-09-30', extensions: [{ from: '2026-09-15', to: '2026-09-30', reason: later.reason }] });
    expect(await eventsOf(db, id)).toEqual(['call.extended']);
  });

  test('is refused to an earlier or the same day, for a draft, and after closing', async ({ db }) => {
    const id = await aCall(db);
    await expect(extendCall(office(db), id, { ...later, closesOn: '2026-09-15' })).rejects.toThrow('extension-not-later');
    await expect(extendCall(office(db), await aCall(db, { state: 'draft' }), later)).rejects.toThrow('call-not-published');
    await expect(extendCall(office(db), await aCall(db, { state: 'closed' }), later)).rejects.toThrow('call-not-published');
  });

  test('is refused to governments', async ({ db }) => {
    await expect(extendCall(as(db, 'government-officer', '*'), await aCall(db), later)).rejects.toThrow('not-allowed');
  });
});

describe('the clock of a call', () => {
  const clock = (db: Db, now: string) => ({ ...ctxOf(db, system), now: new Date(now) });

  test('leaves it open until the last second of the last day in Beijing, then closes it', async ({ db }) => {
    const id = await aCall(db);
    expect(await closeCalls(clock(db, '2026-09-15T15:59:59Z'))).not.toContain(id);
    expect(await closeCalls(clock(db, '2026-09-15T16:00:00Z'))).toContain(id);
    expect(await getCall(ctxOf(db), id)).toMatchObject({ state: 'closed' });
    expect(await eventsOf(db, id)).toEqual(['call.closed']);
    expect(await closeCalls(clock(db, '2026-09-16T16:00:00Z'))).toEqual([]);
  });

  test('a call is open from its first day to its last, both included', async ({ db }) => {
    const id = await aCall(db);
    const isOpen = async (day: string) => (await openCallsOn(ctxOf(db), day)).some((call) => call.id === id);
    expect([await isOpen('2026-07-31'), await isOpen('2026-08-01'), await isOpen('2026-09-15'), await isOpen('2026-09-16')]).toEqual([false, true, true, false]);
  });
});

describe('looking at calls', () => {
  test('searches, filters and pages', async ({ db }) => {
    const ids = [];
    for (const title of ['甲批次', '乙批次', '丙批次']) ids.unshift(await aCall(db, { title, titleEn: `T-${title}-100%` }));
    const first = await listCalls(office(db), { query: '批次' }, 2);
    expect(first.rows.map((row) => row.id)).toEqual(ids.slice(0, 2));
    const second = await listCalls(office(db), { query: '批次', after: first.next }, 2);
    expect(second.rows.map((row) => row.id)).toEqual([ids[2]]);
    expect(second.next).toBeUndefined();
    expect((await listCalls(office(db), { query: '批次', before: second.previous }, 2)).rows.map((row) => row.id)).toEqual(ids.slice(0, 2));
    expect((await listCalls(office(db), { query: '100%' })).rows).toHaveLength(3);
    expect((await listCalls(office(db), { query: '1_0%' })).rows).toHaveLength(0);
    expect((await listCalls(office(db), { state: 'closed', query: '批次' })).rows).toHaveLength(0);
  });

  test('an address that is no id is not found, and no error', async ({ db }) => {
    await expect(getCall(office(db), "1' or '1'='1")).rejects.toThrow('call-not-found');
  });
});
