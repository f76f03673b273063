import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { loadPlan, type PlanFile } from '#app/domain/city/city-plans/load-plan.ts';
import { saveDistrictTargets } from '#app/domain/city/city-plans/save-district-targets.ts';
import { plansToAsk } from '#app/domain/city/collection/rounds.ts';
import { keepGrounds } from '#app/domain/city/early-warning/keep-grounds.ts';
import { noGround } from '#app/domain/city/early-warning/weigh.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { change } from '#app/platform/change.ts';
import { planInFile } from '#seed/city-data.ts';
import { as, baohe, ctxOf, hefei, person, test } from '#tests/world.ts';
import { cockpitOf } from './cockpit.ts';
import { departmentInCockpit } from './department.ts';
import { districtInCockpit } from './district.ts';
import { type HeatCell, keptOf, placeSum, shadeOf } from './model.ts';
import { heatOf } from './read.ts';
import { scorecardOf } from './scorecard.ts';

const city = (db: Db) => as(db, 'government-officer', hefei);
const [luyang, shushan] = ['340103', '340104'];

/** Childcare and eye care of the source, as a plan of 2025 with a begin and an end. */
function aYear(): PlanFile {
  const { content, ...file } = planInFile('city-3y-2023-2025');
  const actions = content.actions.filter(({ code }) => ['A02', 'A08', 'A12'].includes(code)).map((action) => ({ ...action, indicators: action.indicators.filter(({ code }) => ['A02-2', 'A08-1', 'A08-2', 'A12-1'].includes(code)) }));
  const begin: Record<string, number> = { 'A08-1': 20, 'A08-2': 60 };
  const withBegin = actions.map((action) => ({ ...action, indicators: action.indicators.map((each) => (begin[each.code] === undefined ? each : { ...each, baseline: { year: 2024, value: begin[each.code]! } })) }));
  return { ...file, startsOn: '2025-01-01', endsOn: '2025-12-31', content: { ...content, caveats: [], actions: withBegin } };
}

const told = (db: Db, regionCode: string, code: string, period: string, value: string) => recordValue(city(db), code, ValueInput.parse({ regionCode, period, value, source: '部门季报' }));

async function aPlan(db: Db): Promise<string> {
  return loadPlan(city(db), aYear(), hefei, { isExample: true, reason: '按来源载入' });
}

describe('the heat of a plan', () => {
  test('holds a figure against what was due by then, and takes the weakest of an action', async ({ db }) => {
    const id = await aPlan(db);
    await told(db, baohe, 'A08-1', '2025Q2', '25');
    await told(db, baohe, 'A08-2', '2025Q2', '60');
    await told(db, luyang, 'A08-1', '2025', '31');
    const { cells, regions } = await heatOf(ctxOf(db), id, 2025);
    expect(regions.length).toBeGreaterThan(8);
    expect(cells.A08![baohe]).toMatchObject({ light: 'behind', weakest: 'A08-2', percent: 75, asked: 2, reported: 2 });
    expect(cells.A08![baohe]!.standings.find(({ code }) => code === 'A08-1')).toMatchObject({ light: 'on-path', percent: 100 });
    expect(cells.A08![luyang]).toMatchObject({ light: 'reached', percent: 103, asked: 2, reported: 1 });
  });

  test('never takes a missing figure for nought, nor guesses how a count is divided', async ({ db }) => {
    const id = await aPlan(db);
    const before = await heatOf(ctxOf(db), id, 2025);
    expect(before.cells.A08![shushan]).toMatchObject({ light: 'no-figure', percent: null, reported: 0 });
    expect(before.cells.A12![shushan]!.light).toBe('not-asked');
    await saveDistrictTargets(city(db), id, { version: 0, reason: '', cells: [{ regionCode: baohe, code: 'A12-1', year: 2025, said: '60' }] });
    await told(db, baohe, 'A12-1', '2025', '30');
    const { cells } = await heatOf(ctxOf(db), id, 2025);
    expect(cells.A12![baohe]).toMatchObject({ light: 'far-behind', percent: 50 });
    expect(cells.A12![shushan]!.light).toBe('not-asked');
  });

  test('is not there for a draft, nor for no plan', async ({ db }) => {
    await expect(heatOf(ctxOf(db), 'nothing', 2025)).rejects.toMatchObject({ code: 'city-plan-not-found' });
    expect([100, 95, 90, 85, 84, 69].map(shadeOf)).toEqual(['full', 'near', 'some', 'thin', 'behind', 'far']);
  });
});

describe('a place among others', () => {
  const cell = (light: HeatCell['light'], percent: number | null): HeatCell => ({ light, percent, weakest: 'A', asked: 1, reported: light === 'no-figure' ? 0 : 1, marks: 0, done: 0, isNew: false, standings: [{ code: 'A', light, actual: percent, expected: 100, percent, period: null, isNew: false }] });

  test('bears the sign of its weakest cell, a line broken by little below one that is far behind', () => {
    expect(placeSum([cell('reached', 103), cell('behind', 97), cell('behind', 80)])).toMatchObject({ light: 'behind', percent: 80, behind: 2, missing: 0 });
    expect(placeSum([cell('far-behind', 60), cell('no-figure', null)])).toMatchObject({ light: 'far-behind', far: 1, missing: 1 });
  });

  test('that is silent never looks well, and one of which nothing is asked says so', () => {
    expect(placeSum([cell('reached', 103), cell('no-figure', null), cell('no-figure', null)])).toMatchObject({ light: 'no-figure', percent: null, behind: 0, missing: 2, asked: 3, reported: 1 });
    expect(placeSum([cell('not-asked', null)])).toMatchObject({ light: 'not-asked', missing: 0 });
    const late = { ...cell('on-path', 98), standings: [{ ...cell('on-path', 98).standings[0]!, overdue: 2026300 }] };
    expect([placeSum([late]), placeSum([cell('behind', 80), late])]).toMatchObject([{ light: 'no-figure', missing: 1 }, { light: 'behind', missing: 1 }]);
  });
});

describe('the cockpit', () => {
  test('puts the weakest figure first, counts milestones and says what changed this week', async ({ db }) => {
    const id = await aPlan(db);
    await told(db, hefei, 'A08-1', '2025', '18');
    await told(db, baohe, 'A08-1', '2025', '10');
    await recordValue(city(db), 'A08-1', ValueInput.parse({ regionCode: baohe, period: '2025', value: '12', source: '部门季报', reason: '核实' }));
    const { view } = await cockpitOf(city(db), {});
    expect([view!.plan.id, view!.year, view!.chosen!.code, view!.chosen!.behindIn.length]).toEqual([id, 2025, 'A08-1', 1]);
    expect(view!.own.A02).toMatchObject({ light: 'no-figure', marks: 1, done: 0 });
    expect(view!.week.map(({ kind, from }) => [kind, from])).toContainEqual(['corrected', 10]);
    expect(view!.heat.cells.A08![baohe]!.isNew).toBe(true);
  });

  test('tells in one line what one district has not reported this week, and other alerts one by one', async ({ db }) => {
    const id = await aPlan(db);
    const ground = (rule: 'W1' | 'W5', indicatorId: number) => ({ rule, level: 'red' as const, regionCode: baohe, indicatorId, ruleRegion: '*', ruleVersion: 1, planId: id, department: 'wj', ground: { ...noGround, dueOn: '2025-05-21' } });
    await change(city(db), async (tx) => {
      await tx.record('alerts.watched', { id: '34', regionCode: '34' }, {});
      await keepGrounds(tx, [340100, 340199], [ground('W1', 1), ground('W1', 2), ground('W5', 1), ground('W5', 2)], '2025-07-01', () => '2025-07-15');
    });
    const { view } = await cockpitOf(city(db), {});
    expect(view!.week.filter(({ kind }) => kind === 'raised').map(({ regionCode, subject, many }) => [regionCode, subject, many]).toSorted()).toEqual([[baohe, 'W1', 2], [baohe, 'W5', 1], [baohe, 'W5', 1]]);
  });

  test('shows a district officer the plan of the city, but of what waits only their own; strangers nothing', async ({ db }) => {
    const id = await aPlan(db);
    await told(db, luyang, 'A08-1', '2025', '10');
    await recordValue(city(db), 'A08-1', ValueInput.parse({ regionCode: luyang, period: '2025', value: '12', source: '部门季报', reason: '核实' }));
    const district = as(db, 'government-officer', baohe);
    const { view } = await cockpitOf(district, { plan: id });
    expect(view!.week).toEqual([]);
    expect(await cockpitOf(district, {})).toMatchObject({ view: null, standsIn: baohe });
    await expect(districtInCockpit(district, luyang, {})).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(cockpitOf(as(db, 'community-worker', '340111400'), {})).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(cockpitOf(as(db, 'government-officer', '3301'), { plan: id })).rejects.toMatchObject({ code: 'city-plan-not-found' });
  });

  test('gives a district its place among the others and a department what it leads', async ({ db }) => {
    await aPlan(db);
    await told(db, baohe, 'A08-1', '2025', '20');
    await told(db, luyang, 'A08-1', '2025', '31');
    const district = await districtInCockpit(city(db), baohe, {});
    expect(district.standings.find(({ code }) => code === 'A08-1')).toMatchObject({ light: 'far-behind', better: 1, compared: 2, isOwn: false });
    expect(district.paths.map(({ code }) => code)).toEqual(['A08-1']);
    const health = await departmentInCockpit(city(db), 'wj', {});
    expect(health.actions.map(({ action, role, behindIn }) => [action.code, role, behindIn.length])).toContainEqual(['A08', 'lead', 1]);
    expect(health.tasks.every(({ isOverdue }) => isOverdue)).toBe(true);
    await expect(departmentInCockpit(city(db), 'nobody', {})).rejects.toMatchObject({ code: 'department-not-found' });
  });

  test('is found where a hundred newer plans are offered before it, and so is a district under it', async ({ db }) => {
    const id = await aPlan(db);
    await db.execute(sql`insert into city_plans (code, region_code, zh, en, starts_on, ends_on, state, revision, content) select 'later-' || n, '34', '计划' || n, 'Plan ' || n, '2026-01-01', '2028-12-31', 'published', 1, p.content from city_plans p, generate_series(1, 100) n where p.id = ${id}`);
    await db.execute(sql`insert into city_plan_revisions (plan_id, revision, zh, en, issuer, starts_on, ends_on, content, hash, reason, published_at, published_by_name) select l.id, 1, l.zh, l.en, '', l.starts_on, l.ends_on, r.content, r.hash, r.reason, r.published_at, r.published_by_name from city_plans l, city_plan_revisions r where l.code like 'later-%' and r.plan_id = ${id}`);
    const nation = as(db, 'programme-officer', '*');
    const offered = await cockpitOf(nation, {});
    expect(offered.plans).toHaveLength(100);
    expect(offered.plans.some((plan) => plan.id === id)).toBe(false);
    const asked = await cockpitOf(nation, { plan: id });
    expect(asked.view!.plan.id).toBe(id);
    expect(asked.plans.at(-1)!.id).toBe(id);
    expect((await districtInCockpit(nation, baohe, { plan: id })).plan.id).toBe(id);
    expect((await plansToAsk(nation)).some((plan) => plan.id === id)).toBe(false);
    expect((await plansToAsk(nation, id))[0]).toMatchObject({ id, place: '安徽省 合肥市' });
    expect((await plansToAsk(nation, 'x')).length).toBe(100);
    await expect(cockpitOf(as(db, 'government-officer', '4401'), { plan: id })).rejects.toThrow('city-plan-not-found');
  });

  test('of a place that is not there is refused whoever asks, and no failure is left behind that nobody waits for', async ({ db }) => {
    await expect(districtInCockpit(ctxOf(db, person('expert', '*')), '99', {})).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(districtInCockpit(ctxOf(db, person('expert', '*')), 'nowhere', {})).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(departmentInCockpit(ctxOf(db, person('expert', '*')), 'nobody', {})).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('the scorecard', () => {
  test('tells everybody what was promised and kept, for the city and for a district', async ({ db }) => {
    await aPlan(db);
    await told(db, hefei, 'A08-1', '2025', '31');
    const { card } = await scorecardOf(ctxOf(db), hefei);
    expect(card!.total).toEqual({ all: 4, done: 1, going: 0, behind: 0, missing: 3, later: 0, rest: 0, hidden: 0 });
    expect((await scorecardOf(ctxOf(db), baohe)).card!.total).toMatchObject({ all: 2, missing: 2 });
    expect(keptOf(['reached', 'far-behind', 'not-due', 'hidden'])).toEqual({ all: 4, done: 1, going: 0, behind: 1, missing: 0, later: 1, rest: 0, hidden: 1 });
  });

  test('opens the plan that was asked for, a past one in its own last year, and refuses one that is not there', async ({ db }) => {
    const id = await aPlan(db);
    const file = aYear();
    const past = await loadPlan(city(db), { ...file, code: 'before-2025', zh: '上一个计划', en: 'The plan before', startsOn: '2023-01-01', endsOn: '2024-12-31', content: { ...file.content, actions: file.content.actions.map((action) => ({ ...action, tasks: [], indicators: action.indicators.map((each) => ({ ...each, baseline: null, targets: each.targets.map((target) => ({ ...target, year: 2024 })) })) })) } }, hefei, { isExample: true, reason: '按来源载入' });
    expect((await scorecardOf(ctxOf(db), baohe, { plan: past })).card).toMatchObject({ plan: { id: past }, year: 2024 });
    expect((await scorecardOf(ctxOf(db), hefei, { plan: past, year: 2023 })).card).toMatchObject({ plan: { id: past }, year: 2023 });
    expect((await scorecardOf(ctxOf(db), hefei)).card!.plan.id).toBe(id);
    await expect(scorecardOf(ctxOf(db), hefei, { plan: 'nothing' })).rejects.toMatchObject({ code: 'city-plan-not-found' });
  });

  test('is empty where nothing was published, and ends at the district', async ({ db }) => {
    expect((await scorecardOf(ctxOf(db), hefei)).card).toBe(null);
    await expect(scorecardOf(ctxOf(db), '340111400')).rejects.toMatchObject({ code: 'scorecard-not-found' });
  });
});
