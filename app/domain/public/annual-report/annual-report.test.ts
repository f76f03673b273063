import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import type { Db } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import { records } from '#app/platform/tables.server.ts';
import { as, binhu, ctxOf, neighbour, test, today } from '#tests/world.ts';
import { makeReport } from './make-report.ts';
import { orderReport } from './order-report.ts';
import { publishReport } from './publish-report.ts';
import { findReport, publicReports, reportsFor, sinceLast, verifyReport } from './read.ts';
import { annualReports } from './tables.server.ts';

const at = (days: number) => new Date(today.getTime() + days * 86_400_000);
const office = (db: Db, days = 10) => as(db, 'programme-officer', '*', at(days));

async function assessed(db: Db, level: Level, days: number, regionCode = binhu, year = 2026) {
  const ctx = as(db, 'government-officer', regionCode, at(days));
  const edition = await currentEdition(ctx);
  await change(ctx, async (tx) => {
    await tx.record('self-assessment.submitted', { id: regionCode, regionCode });
    await concludeResults(tx, { regionCode, year, stream: 'self', editionId: edition.id, sourceId: 'x', levels: Object.fromEntries(rulesOf(edition).map(({ id }) => [id, level])) });
  });
}

async function made(db: Db, days: number, regionCode = '*', year = 2026) {
  const id = await orderReport(office(db, days), { regionCode, year });
  await makeReport(office(db, days), id);
  return id;
}

describe('an annual report', () => {
  test('counts what the records say and what the sheets of the year say, and keeps the question beside the answer', async ({ db }) => {
    await assessed(db, 'partly', 1);
    await assessed(db, 'met', 2, '320102008001');
    const { content, hash } = await findReport(office(db), await made(db, 10));
    expect(content!.figures.find(({ id }) => id === 'assessments')).toMatchObject({ value: 2, before: 0, query: expect.stringContaining(`event in ('self-assessment.submitted')`) as string });
    expect(content!.results).toMatchObject([{ stream: 'self', communities: 2, mean: 75, sections: [{ id: 'A', mean: 75 }, {}, {}, {}, {}] }]);
    expect(content!.results[0]!.missed[0]).toMatchObject({ communities: 1, share: 50 });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);

    await assessed(db, 'not-met', 3, binhu, 2025);
    const ofBinhu = await findReport(office(db), await made(db, 10, binhu));
    expect(ofBinhu.content!.results).toMatchObject([{ communities: 1, mean: 50, before: 0 }]);
    expect(ofBinhu.content!.results[0]!.missed.length, 'of one community all that it misses').toBeGreaterThan(10);
  });

  test('comes out the same when it is made again later as of its moment, and a later making says what has become another figure', async ({ db }) => {
    await assessed(db, 'partly', 1);
    const first = await made(db, 10);
    await assessed(db, 'met', 20);
    expect(await verifyReport(office(db, 40), first)).toMatchObject({ isSame: true });

    const second = await made(db, 30);
    const since = await sinceLast(office(db, 40), await findReport(office(db, 40), second));
    expect(since).toMatchObject({ id: first, number: 1, lines: [{ what: 'mean self', earlier: 50, later: 100 }] });
    expect(await sinceLast(office(db), await findReport(office(db), first))).toBeNull();
  });

  test('says so when its figures are not what the records give', async ({ db }) => {
    const id = await made(db, 10);
    const { content } = await findReport(office(db), id);
    await db.update(annualReports).set({ content: { ...content!, figures: content!.figures.map((figure) => ({ ...figure, value: figure.value + 1 })) } }).where(eq(annualReports.id, id));
    expect(await verifyReport(office(db), id)).toMatchObject({ isSame: false });
  });

  test('is made once at a time, for a year of the programme that has begun, and made twice by nobody', async ({ db }) => {
    const id = await orderReport(office(db), { regionCode: '*', year: 2026 });
    await expect(orderReport(office(db), { regionCode: '*', year: 2026 })).rejects.toMatchObject({ code: 'annual-report-waiting' });
    for (const year of [2016, 2027]) await expect(orderReport(office(db), { regionCode: '*', year })).rejects.toMatchObject({ code: 'annual-report-year' });
    await expect(publishReport(office(db), id)).rejects.toMatchObject({ code: 'annual-report-not-made' });
    await expect(orderReport(office(db), { regionCode: '999999', year: 2026 })).rejects.toMatchObject({ code: 'region-not-found' });
    expect(await makeReport(office(db), id)).toMatch(/^[0-9a-f]{64}$/);
    expect(await makeReport(office(db), id)).toBe('settled');
  });

  test('that was lost on the way goes on, as of its first moment, when it is ordered again after thirty minutes', async ({ db }) => {
    const order = (minutes: number) => orderReport(as(db, 'programme-officer', '*', new Date(at(10).getTime() + minutes * 60_000)), { regionCode: '*', year: 2026 });
    const id = await order(0);
    await expect(order(29)).rejects.toMatchObject({ code: 'annual-report-waiting' });
    expect(await order(31)).toBe(id);
    await expect(order(40)).rejects.toMatchObject({ code: 'annual-report-waiting' });
    const told = await db.select({ facts: records.facts }).from(records).where(and(eq(records.subjectId, id), eq(records.event, 'annual-report.ordered'))).orderBy(records.id);
    expect(told).toMatchObject([{ facts: { number: 1 } }, { facts: { number: 1, again: true } }]);
    await makeReport(office(db), id);
    expect((await findReport(office(db), id)).content).toMatchObject({ asOf: at(10).toISOString() });
  });

  test('is read by everybody once it is published, and before that by those who may make it; a neighbour makes none', async ({ db }) => {
    const id = await made(db, 10, binhu);
    const officer = as(db, 'government-officer', binhu, at(11));
    await expect(findReport(ctxOf(db), id)).rejects.toMatchObject({ code: 'annual-report-not-found' });
    await expect(findReport(as(db, 'government-officer', neighbour), id)).rejects.toMatchObject({ code: 'annual-report-not-found' });
    await expect(orderReport(as(db, 'government-officer', neighbour), { regionCode: binhu, year: 2026 })).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await reportsFor(officer, binhu)).toHaveLength(1);
    await publishReport(officer, id);
    await expect(publishReport(officer, id)).rejects.toMatchObject({ code: 'annual-report-published' });
    expect(await publicReports(ctxOf(db))).toMatchObject([{ id, state: 'published' }]);
    expect(await findReport(ctxOf(db), id)).toMatchObject({ regionCode: binhu });
  });
});
