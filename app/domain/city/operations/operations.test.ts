import { and, eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { suggestionMatters } from '#app/domain/children/suggestions/tables.server.ts';
import { freezeResults } from '#app/domain/children/survey-results/freeze-results.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { derivedFigures, indicatorValuePasts, indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import { walks } from '#app/domain/service/walks/tables.server.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aClosedRound } from '#tests/surveys.ts';
import { as, baohe, binhu, ctxOf, hefei, test, today } from '#tests/world.ts';
import { addUp, cityOf, placesAbove } from './add-up.ts';
import { factEvents, takeAfter } from './after-event.ts';
import { crosswalk } from './crosswalk.ts';
import { facts } from './facts.ts';
import { factIds } from './model.ts';
import { takeFacts, takeFactsOfYesterday } from './take-facts.ts';
import { takeSurveys } from './take-surveys.ts';
import { partOf } from './when-asked.ts';

const clock = (db: Db) => ctxOf(db, system);
const idOf = async (db: Db, code: string) => (await indicatorsByCode(clock(db), [code])).get(code)!.id;
const standing = async (db: Db, code: string) => db.select({ place: indicatorValues.regionCode, value: indicatorValues.value, parts: sql<string>`${indicatorValues.numerator} || '/' || ${indicatorValues.denominator}`, origin: indicatorValues.origin, source: indicatorValues.source })
  .from(indicatorValues).where(and(eq(indicatorValues.indicatorId, await idOf(db, code)), eq(indicatorValues.period, 2026203))).orderBy(indicatorValues.regionCode);

/** Matters of a place that were answered this summer. */
const answered = (db: Db, regionCode: string, outcomes: ('adopted' | 'not-adopted')[]) => db.insert(suggestionMatters).values(outcomes.map((outcome) => ({
  countyCode: Number(regionCode.slice(0, 6)), regionCode, topic: 'play' as const, state: outcome, outcome, receivedAt: new Date('2026-07-01T02:00:00Z'), answeredAt: new Date('2026-07-06T02:00:00Z'), seenDueOn: '2026-07-04', answerDueOn: '2026-07-15',
})));

describe('figures from the work', () => {
  test('every line of the crosswalk names an indicator that is there, and every fact can be asked', async ({ db }) => {
    expect((await indicatorsByCode(clock(db), crosswalk.map(({ code }) => code))).size).toBe(crosswalk.length);
    expect(Object.keys(facts).toSorted()).toEqual([...factIds].toSorted());
    expect(await takeFactsOfYesterday(clock(db))).toMatch(/^\d+$/);
    expect(factEvents).toContain('hazard.verified');
  });

  test('come from communities up to their county and city, as shares of summed parts, and leave a record', async ({ db }) => {
    await answered(db, binhu, ['adopted', 'adopted', 'not-adopted']);
    await answered(db, '340103001', ['adopted', 'not-adopted', 'not-adopted', 'not-adopted', 'not-adopted']);
    expect(await takeFacts(clock(db), '2026-09-01', { facts: ['suggestions-adopted'], city: hefei })).toBe('3');
    expect(await standing(db, 'A06-4')).toEqual([
      { place: hefei, value: 37.5, parts: '3/8', origin: 3, source: 'operations' }, { place: '340103', value: 20, parts: '1/5', origin: 3, source: 'operations' }, { place: baohe, value: 66.666667, parts: '2/3', origin: 3, source: 'operations' },
    ]);
    expect((await db.select().from(records).where(eq(records.event, 'figures.taken'))).map(({ subjectId, facts: said }) => [subjectId, said])).toEqual([['A06-4', { period: 2026203, regions: 3 }]]);
    expect(await takeFacts(clock(db), '2026-09-01', { facts: ['suggestions-adopted'], city: hefei })).toBe('0'); // as it was: nothing is written
  });

  test('follow an event for its own city, keep what stood, and are taken back when there is nothing to say', async ({ db }) => {
    await answered(db, binhu, ['adopted']);
    await takeFacts(clock(db), '2026-09-01', { facts: ['suggestions-adopted'] });
    await db.update(suggestionMatters).set({ outcome: 'not-adopted' });
    const [record] = await db.insert(records).values({ countyCode: 340111, regionCode: binhu, at: today, actorId: 'x', actorName: 'x', event: 'suggestion.answered', subjectId: 'x', requestId: 'x', facts: {} }).returning({ id: records.id });
    expect(Number(await takeAfter(clock(db), 'suggestion.answered', record!.id))).toBeGreaterThan(1);
    expect((await standing(db, 'A06-4')).map(({ place, value }) => [place, value])).toEqual([[hefei, 0], [baohe, 0]]);
    await db.update(suggestionMatters).set({ state: 'taken-back' });
    await takeFacts(clock(db), '2026-09-01', { facts: ['suggestions-adopted'] });
    expect(await standing(db, 'A06-4')).toEqual([]);
    expect((await db.select().from(indicatorValuePasts).where(eq(indicatorValuePasts.regionCode, baohe))).map(({ value, reason }) => [value, reason])).toEqual([[100, 'operations'], [0, 'operations']]);
  });

  test('give way to a figure that somebody typed, and stand beside it', async ({ db }) => {
    await recordValue(as(db, 'government-officer', hefei), 'A06-4', ValueInput.parse({ regionCode: hefei, period: '2026Q2', value: '80', numerator: '', denominator: '', source: '台账', sourceUrl: '', reason: '' }));
    await answered(db, binhu, ['adopted', 'not-adopted']);
    await db.update(suggestionMatters).set({ answeredAt: new Date('2026-05-06T02:00:00Z') });
    await takeFacts(clock(db), '2026-06-30', { facts: ['suggestions-adopted'] });
    const id = await idOf(db, 'A06-4');
    expect((await db.select().from(indicatorValues).where(and(eq(indicatorValues.indicatorId, id), eq(indicatorValues.regionCode, hefei)))).map(({ period, value, origin }) => [period, value, origin])).toEqual([[2026202, 80, 0]]);
    expect((await db.select().from(derivedFigures).where(and(eq(derivedFigures.indicatorId, id), eq(derivedFigures.regionCode, hefei)))).map(({ value, way, reported }) => [value, way, reported])).toEqual([[50, 0, 1]]);
  });

  test('count no children where they are few, and nothing from which they follow', async ({ db }) => {
    const walk = (regionCode: string, many: number) => ({ countyCode: Number(regionCode.slice(0, 6)), regionCode, setting: 'route' as const, routeId: '01990000-0000-7000-8000-000000000000', parts: [], place: '上学路', checklistVersion: 1, day: '2026-08-20', adults: '王老师', groupName: '三班', children: { primary: many }, code: `${regionCode}${many}`, state: 'closed' as const, plannedByName: '王', plannedAt: today, endedAt: new Date('2026-08-20T02:00:00Z') });
    await db.insert(walks).values([walk(binhu, 6), walk('340103001', 11), walk('340104001', 40)]);
    await takeFacts(clock(db), '2026-09-01', { facts: ['walks-children', 'walks-held'], city: hefei });
    expect((await standing(db, 'O-6')).map(({ place, value }) => [place, value])).toEqual([[hefei, 57], ['340104', 40]]); // 340103 would tell Baohe's six
    expect((await standing(db, 'O-5')).map(({ place, value }) => [place, value])).toEqual([[hefei, 3], ['340103', 1], ['340104', 1], [baohe, 1]]);
  });

  test('lie in the part of the year of their day, in real counties and cities', () => {
    expect([partOf('2026-09-01', 'annual'), partOf('2026-09-01', 'month'), partOf('2026-12-31', 'half-year')]).toEqual([2026203, 2026309, 2026102]);
    expect(['110101001', '429004001', '441900003', binhu].map((code) => [cityOf(code), placesAbove(code)])).toEqual([['11', ['110101', '11']], [undefined, ['429004']], ['4419', ['4419']], [hefei, [baohe, hefei]]]);
    const few = [{ regionCode: '340111001', numerator: 4, denominator: null }, { regionCode: '3401', numerator: 3, denominator: null }];
    expect(addUp(few, true).size).toBe(0);
  });
});

describe('figures from surveys', () => {
  test('follow from the public results of a closed round, for its place and what lies above, and change with the next', async ({ db }) => {
    const first = await aClosedRound(db, { yes: 24 });
    await freezeResults(first.ctx, binhu, first.round);
    await takeSurveys(clock(db), binhu, '2026-09-01');
    const shares = await standing(db, 'Y8-safety');
    expect(shares.map(({ place, value, origin, source }) => [place, value, origin, source])).toEqual([hefei, baohe, binhu].map((place) => [place, 61.5, 3, 'survey']));
    const second = await aClosedRound(db, { yes: 12 });
    await freezeResults(second.ctx, binhu, second.round);
    await takeSurveys(clock(db), binhu, '2026-09-01');
    expect((await standing(db, 'Y8-safety')).map(({ value }) => value)).toEqual([30.8, 30.8, 30.8]);
    expect(await standing(db, 'Y13-safety')).toEqual([]);
  });

  test('tell nothing of a round in which nothing may be shown', async ({ db }) => {
    const { ctx, round } = await aClosedRound(db, { many: 8, yes: 4 });
    await freezeResults(ctx, binhu, round);
    await takeSurveys(clock(db), binhu, '2026-09-01');
    expect(await standing(db, 'Y8-safety')).toEqual([]);
  });
});
