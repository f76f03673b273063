import { describe, expect } from 'vitest';
import { eq } from 'drizzle-orm';
import { unpackAnswers } from '#app/domain/children/surveys/model.ts';
import { getRound, sheetsOf } from '#app/domain/children/surveys/read.ts';
import { records } from '#app/platform/tables.server.ts';
import { aClosedRound } from '#tests/surveys.ts';
import { as, binhu, ctxOf, neighbour, test } from '#tests/world.ts';
import { askedIn, fingerprintOf, freezeResults } from './freeze-results.ts';
import { surveyFigures } from './figures.ts';
import { poolQuarter, quarterBefore } from './pool-quarter.ts';
import { poolsNotCounted } from './roll-up.ts';
import { publicResult, publicRounds, regionResult, staffResult } from './read.ts';
import { surveyPools, surveyResults } from './tables.server.ts';
import { tally } from './tally.ts';
import { promisesOf, tellChildren } from './tell-children.ts';
import { endsOf, viewOf } from './view.ts';

describe('the results of a round', () => {
  test('are written when it closes, once, with a record, and are the same when reckoned again from the sheets', async ({ db }) => {
    const { ctx, round, definition } = await aClosedRound(db);
    await freezeResults(ctx, binhu, round);
    const kept = await db.select().from(surveyResults);
    expect(kept.length).toBe(1);
    const again = tally(askedIn(definition), (await sheetsOf(ctx, await getRound(ctx, binhu, round))).map(({ answers }) => unpackAnswers(definition, answers)));
    expect([fingerprintOf(again), again]).toEqual([kept[0]!.fingerprint, { staff: kept[0]!.staff, public: kept[0]!.public }]);
    expect((await db.select().from(records)).filter(({ event }) => event.startsWith('survey.results')).map(({ event }) => event)).toEqual(['survey.results-written', 'survey.results-stand']);
  });

  test('leave “rather not say” out of the base, and tell how many answered only from below', async ({ db }) => {
    const { ctx, round } = await aClosedRound(db);
    const { head, lines, themes, groups } = viewOf(await staffResult(ctx, binhu, round));
    expect([head.answered, head.rate]).toEqual([39, 0.78]);
    expect(lines.map(({ base, share }) => [base, share!.value.toFixed(3)])).toEqual(lines.map(() => [39, (26 / 39).toFixed(3)]));
    expect(new Set(lines.map(({ scale }) => scale)), 'by which the steps have their words').toEqual(new Set(['pictures-3']));
    expect(themes.map(({ shown, hidden }) => [shown > 0, hidden])).toEqual(themes.map(() => [true, 0]));
    expect(groups[0]!.items[0]!.groups.map(({ of, base }) => [of, base])).toEqual([[['girl'], 25], [['boy', ''], 14]]);
  });

  test('are narrower in public than for staff', async ({ db }) => {
    const { ctx, round } = await aClosedRound(db, { many: 30, yes: 23 });
    const [staff, open] = [viewOf(await staffResult(ctx, binhu, round)), viewOf(await publicResult(ctxOf(db), round))];
    expect([staff.lines[0]!.share?.value.toFixed(2), open.lines[0]!.share, open.lines[0]!.base]).toEqual([(23 / 29).toFixed(2), undefined, 29]);
    expect(JSON.stringify(open)).not.toContain('reliability');
    expect([open.themes.every(({ mean }) => mean === undefined), open.groups, endsOf(open.lines)]).toEqual([true, [], { best: [], worst: [] }]);
  });

  test('of nearly nobody are results of which nothing is shown', async ({ db }) => {
    const { round } = await aClosedRound(db, { many: 3, yes: 2 });
    const { head, lines } = viewOf(await publicResult(ctxOf(db), round));
    expect([head.answered, head.rate, lines.filter(({ base, blocks }) => base !== undefined || blocks.length > 0)]).toEqual([undefined, undefined, []]);
  });

  test('are compared with the round before and, pair by pair, with grown-ups', async ({ db }) => {
    await aClosedRound(db, { yes: 12 });
    await aClosedRound(db, { audience: 'carers', yes: 30 });
    const { ctx, round } = await aClosedRound(db, { yes: 24, at: new Date('2026-09-02T02:00:00Z') });
    const { gaps, before } = viewOf(await staffResult(ctx, binhu, round));
    expect(gaps.map(({ children, adults, lines }) => [children, adults, lines.length >= 20, lines[0]!.difference.value.toFixed(3)])).toEqual([['children-8-12', 'carers', true, (24 / 39 - 30 / 39).toFixed(3)]]);
    expect(before!.changes.map(({ difference }) => difference.value.toFixed(3))).toEqual(before!.changes.map(() => (12 / 39).toFixed(3)));
    expect((await publicRounds(ctxOf(db), binhu)).length).toBe(3);
  });

  test('are for nobody else as staff see them, and there are none while a round is open', async ({ db }) => {
    const { round } = await aClosedRound(db);
    await expect(staffResult(as(db, 'community-worker', neighbour), binhu, round)).rejects.toThrow('not-allowed');
    await expect(staffResult(as(db, 'expert', binhu), binhu, round)).rejects.toThrow('not-allowed');
    await expect(staffResult(as(db, 'community-worker', binhu), binhu, 'no-id')).rejects.toThrow('survey-results-not-found');
    await expect(publicResult(ctxOf(db), '01990000-0000-7000-8000-000000000000')).rejects.toThrow('survey-results-not-found');
  });
});

describe('what adults tell the children of a round', () => {
  test('stands on their page, may be written anew, and leaves a record', async ({ db }) => {
    const { ctx, round } = await aClosedRound(db);
    await tellChildren(ctx, binhu, round, { lines: ['十一月装好路灯'] });
    await tellChildren(ctx, binhu, round, { lines: ['十一月装好路灯', '每周六开放图书角'] });
    expect(await promisesOf(ctxOf(db), binhu, round)).toEqual(['十一月装好路灯', '每周六开放图书角']);
    expect((await db.select().from(records).where(eq(records.event, 'survey.children-told'))).length).toBe(2);
    await expect(tellChildren(as(db, 'community-worker', neighbour), binhu, round, { lines: ['好'] })).rejects.toThrow('not-allowed');
    await expect(tellChildren(ctx, binhu, 'no-id', { lines: ['好'] })).rejects.toThrow('survey-results-not-found');
  });
});

describe('many communities', () => {
  const places = ['340111400001', '340111400002', '340111400003'];
  const nextQuarter = new Date('2026-10-01T20:00:00Z');

  test('add up to what each shows; those too small for it are shown together after the quarter, once', async ({ db }) => {
    for (const [place, many, yes] of [[places[0]!, 40, 20], [places[1]!, 9, 6], [places[2]!, 9, 4]] as const) await aClosedRound(db, { place, many, yes });
    const asked = { region: '340111400', year: 2026, audience: 'children-8-12' } as const;
    const first = await regionResult(ctxOf(db), 'public', asked);
    expect([first.rounds.length, first.items[0]!.rounds, first.items[0]!.blocks.map(({ count }) => count)]).toEqual([3, 1, [20, 19]]);
    expect(await poolQuarter(ctxOf(db, undefined, nextQuarter))).toBe('2026-Q3 1');
    expect(await poolQuarter(ctxOf(db, undefined, nextQuarter))).toBe('2026-Q3 0');
    const staff = await db.select().from(surveyPools).where(eq(surveyPools.reader, 'staff'));
    expect(new Set(staff.map(({ of, yes, rest }) => `${of.length} ${yes} ${rest}`))).toEqual(new Set(['2 10 6']));
    expect(await db.select().from(surveyPools).where(eq(surveyPools.reader, 'public'))).toEqual([]);
    const { items } = await regionResult(as(db, 'programme-officer', '*'), 'staff', asked);
    expect([items[0]!.rounds, items[0]!.blocks.map(({ count }) => count)]).toEqual([3, [30, 25]]);
    const [figures] = await surveyFigures(ctxOf(db), '340111', 2026);
    expect([figures!.audience, figures!.rounds, figures!.themes[0]!.mean!.value.toFixed(3)]).toEqual(['children-8-12', 3, (20 / 39).toFixed(3)]);
    const elsewhere = await regionResult(as(db, 'government-officer', neighbour), 'staff', asked);
    expect([elsewhere.rounds, elsewhere.items]).toEqual([[], []]);
    await expect(regionResult(as(db, 'expert', '*'), 'staff', asked)).rejects.toThrow('not-allowed');
  });

  test('count each community once, with the round of the year that ended last, and no pool in which it stands already', async ({ db }) => {
    const ofYear = { region: '340111400', year: 2026, audience: 'children-8-12' } as const;
    await aClosedRound(db, { place: places[0]!, yes: 12, at: new Date('2026-06-10T02:00:00Z') });
    const { round } = await aClosedRound(db, { place: places[0]!, yes: 24 });
    const { rounds, items } = await regionResult(ctxOf(db), 'public', ofYear);
    expect([rounds.map(({ roundId }) => roundId), items[0]!.rounds, items[0]!.blocks.map(({ count }) => count)]).toEqual([[round], 1, [24, 15]]);
    const [figures] = await surveyFigures(ctxOf(db), '340111', 2026);
    expect([figures!.rounds, figures!.themes[0]!.mean!.value.toFixed(3)]).toEqual([1, (24 / 39).toFixed(3)]);
    const pools = [['a', 'b'], ['b', 'c'], ['c', 'd'], [places[0]!, 'e']].map((of) => ({ wording: items[0]!.wording, of }));
    expect(poolsNotCounted(rounds, pools)).toEqual([pools[0], pools[2]]);
  });

  test('quarters are those of the calendar', () => {
    expect(['2026-01-01', '2026-04-30', '2026-09-01', '2026-12-31'].map((day) => Object.values(quarterBefore(day)))).toEqual([
      ['2025-Q4', '2025-10-01', '2025-12-31'], ['2026-Q1', '2026-01-01', '2026-03-31'], ['2026-Q2', '2026-04-01', '2026-06-30'], ['2026-Q3', '2026-07-01', '2026-09-30'],
    ]);
  });
});
