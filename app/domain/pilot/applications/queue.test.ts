import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { aCall, anApplication, aRegion } from '#tests/cycle.ts';
import { as, hefei, test } from '#tests/world.ts';
import { findNextToCheck, listQueue } from './queue.ts';
import { saveVerdict } from './save-verdict.ts';

const office = (db: Db, region = '*') => as(db, 'programme-officer', region);
const ids = async (list: ReturnType<typeof listQueue>) => (await list).page.rows.map((row) => row.id);

async function some(db: Db) {
  const callId = await aCall(db);
  const late = await anApplication(db, { callId, checkDueOn: '2026-08-31' });
  const today = await anApplication(db, { callId, checkDueOn: '2026-09-01', round: 2, regionCode: '340111400001' });
  const away = await anApplication(db, { callId, regionCode: await aRegion(db, '320102002001') });
  const returned = await anApplication(db, { callId, status: 'returned', regionCode: '340111400002' });
  const draft = await anApplication(db, { callId, status: 'draft', regionCode: '340111400003' });
  return { callId, late, today, away, returned, draft };
}

describe('the queue', () => {
  test('shows what was handed in, newest first, and no drafts', async ({ db }) => {
    const { callId, late, today, away, returned } = await some(db);
    expect(await ids(listQueue(office(db), { callId }))).toEqual([returned, away, today, late]);
  });

  test('has tabs for what is to do, resubmitted, overdue and returned', async ({ db }) => {
    const { callId, late, today, away, returned } = await some(db);
    const tab = (name: 'to-check' | 'resubmitted' | 'overdue' | 'returned') => ids(listQueue(office(db), { callId, tab: name }));
    expect(await tab('to-check')).toEqual([away, today, late]);
    expect(await tab('resubmitted')).toEqual([today]);
    expect(await tab('overdue')).toEqual([late]);
    expect(await tab('returned')).toEqual([returned]);
    expect((await listQueue(office(db), { callId })).counts).toMatchObject({ all: 4, 'to-check': 3, resubmitted: 1, overdue: 1, returned: 1, complete: 0 });
  });

  test('filters by region, by limit and by number', async ({ db }) => {
    const { callId, late, today, away } = await some(db);
    expect(await ids(listQueue(office(db), { callId, region: '32' }))).toEqual([away]);
    expect(await ids(listQueue(office(db), { callId, due: 'today' }))).toEqual([today, late]);
    const { page: { rows } } = await listQueue(office(db), { callId, tab: 'overdue' });
    expect(await ids(listQueue(office(db), { query: rows[0]!.number.toLowerCase() }))).toEqual([late]);
    expect(await ids(listQueue(office(db), { query: "'; drop table applications; --" }))).toEqual([]);
  });

  test('pages by key without losing or repeating a row', async ({ db }) => {
    const { callId, late, today, away, returned } = await some(db);
    const { page: first } = await listQueue(office(db), { callId }, 2);
    const { page: second } = await listQueue(office(db), { callId, after: first.next }, 2);
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual([returned, away, today, late]);
    expect(await ids(listQueue(office(db), { callId, before: second.previous }, 2))).toEqual([returned, away]);
  });

  test('ends at the border of the officer, and is empty for everybody else', async ({ db }) => {
    const { callId, late, today, returned } = await some(db);
    expect(await ids(listQueue(office(db, hefei), { callId }))).toEqual([returned, today, late]);
    expect((await listQueue(office(db, '32'), { callId })).counts).toMatchObject({ all: 1 });
    for (const role of ['government-officer', 'expert', 'community-worker', 'organisation-agent'] as const) {
      expect(await ids(listQueue(as(db, role, '*'), { callId }))).toEqual([]);
    }
  });

  test('leads to the one that is due first', async ({ db }) => {
    const { late, today } = await some(db);
    expect((await listQueue(office(db))).next).toBe(late);
    expect(await findNextToCheck(office(db), late)).toBe(today);
    expect((await listQueue(as(db, 'expert', '*'))).next).toBeNull();
  });

  test('says where each lies, and marks the part of the form that was returned', async ({ db }) => {
    const { callId, late } = await some(db);
    await saveVerdict(office(db), late, { item: 'q:population', verdict: 'return', reason: '', seen: '' });
    const { page: { rows } } = await listQueue(office(db), { callId, tab: 'overdue' });
    expect(rows).toMatchObject([{ id: late, place: '安徽省 合肥市 包河区', parts: 1, returnedParts: [0] }]);
  });

  test('offers the calls that were published', async ({ db }) => {
    const draft = await aCall(db, { state: 'draft' });
    const { callId } = await some(db);
    const offered = (await listQueue(office(db))).calls.map((call) => call.id);
    expect(offered).toContain(callId);
    expect(offered).not.toContain(draft);
  });
});
