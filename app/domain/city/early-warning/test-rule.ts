import { and, between, eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { everybody } from '#app/domain/city/indicators/model.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { indicatorValuePasts, indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import { lastDay } from '#app/domain/city/indicators/period.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { aimsIn, keyOf } from './aims.ts';
import { getRuleVersion } from './hold-rule.ts';
import { lateBefore } from './late-before.ts';
import type { BackTest, RuleCode, Settings } from './model.ts';
import { type Episode, monthsBetween, rehearse, sumUp } from './rehearse.ts';
import { seriesIn } from './series-in.ts';
import { warningBackTests, warningRuleVersions } from './tables.server.ts';

const yearsBack = 5;
/** For the nation so many provinces are enough, spread evenly over those that report. */
const mostProvinces = 4;
type Range = [number, number];

/** 回测: what a version would have said over the figures and months that are there; every one is kept, and with it the version may be switched on. */
export async function testRule(ctx: Ctx, regionCode: string, rule: RuleCode, version: number): Promise<BackTest> {
  allow(ctx, 'warning-rule.edit', { regionCode });
  const { made } = await getRuleVersion(ctx, regionCode, rule, version);
  const backTest = await rehearseIn(ctx, regionCode, rule, made.settings);
  await change(ctx, async (tx) => {
    await tx.db.insert(warningBackTests).values({ ruleId: made.ruleId, version, result: backTest, testedById: tx.actor.id, testedByName: tx.actor.name, testedAt: tx.now });
    await tx.db.update(warningRuleVersions).set({ backTest }).where(and(eq(warningRuleVersions.ruleId, made.ruleId), eq(warningRuleVersions.version, version)));
    await tx.record('warning-rule.tested', { id: made.ruleId, regionCode }, { rule, version, alerts: backTest.alerts, real: backTest.real, false: backTest.false });
  });
  return backTest;
}

async function rehearseIn(ctx: Ctx, regionCode: string, rule: RuleCode, settings: Settings): Promise<BackTest> {
  const today = beijingDay(ctx.now);
  const [firstYear, year] = [Number(today.slice(0, 4)) - yearsBack, Number(today.slice(0, 4))];
  const byCode = await indicatorsByCode(ctx);
  const byId = new Map([...byCode.values()].map((indicator) => [indicator.id, indicator]));
  const episodes: Episode[] = [];
  const places = new Set<string>();
  let [figures, from] = [0, today];
  for (const slice of await slicesOf(ctx, regionCode)) {
    const counties = countiesOf(slice);
    const runs = (await seriesIn(ctx, counties, [firstYear, year])).filter((run) => slice === '*' || run.regionCode.startsWith(slice));
    const aims = await aimsIn(ctx, slice.slice(0, 2), byCode, today, ['published', 'closed']);
    const corrected = await correctedIn(ctx, counties);
    const figured = new Set(runs.map((run) => keyOf(run.regionCode, run.indicatorId)));
    const silent = rule === 'W1' ? [...aims].flatMap(([key, aim]) => (figured.has(key) || !key.startsWith(slice) ? [] : [{ key, aim }])) : [];
    const first = [...runs.map((run) => lastDay(run.figures[0]!.period)), ...silent.map(({ aim }) => aim.startsOn)].reduce((one, other) => (other < one ? other : one), today);
    const months = monthsBetween(`${Math.max(firstYear, Number(first.slice(0, 4)))}-01-01`, addDays(today, -1));
    if (first < from) from = first;
    for (const { regionCode: place, indicatorId, ...run } of runs) {
      places.add(place);
      figures += run.figures.length;
      const key = keyOf(place, indicatorId);
      episodes.push(...rehearse(rule, settings, { ...run, definition: byId.get(indicatorId)!.definition, aim: aims.get(key) ?? null }, corrected.get(key) ?? none, months));
    }
    if (rule === 'W1') episodes.push(...(await lateBefore(ctx, slice, settings, today)));
    for (const { key, aim } of silent) {
      const { definition } = byId.get(Number(key.split(' ')[1]))!;
      if (aim.isOwn || ['district', 'town', 'community'].includes(definition.level)) episodes.push(...rehearse(rule, settings, { definition, figures: [], contradicting: null, aim }, none, months));
    }
  }
  return sumUp(episodes, { from, to: today, regions: places.size, figures, testedOn: today });
}

const none: ReadonlySet<number> = new Set();

/** The region, or for the nation its own figures and provinces out of those that report. */
async function slicesOf({ db }: Ctx, regionCode: string): Promise<string[]> {
  if (regionCode !== '*') return [regionCode];
  const reporting = await db.select({ code: regions.code }).from(regions).where(and(eq(regions.level, 1), eq(regions.isEnded, false),
    sql`exists (select from ${indicatorValues} v where v.county_code between ${regions.code}::int * 10000 and ${regions.code}::int * 10000 + 9999)`)).orderBy(regions.code);
  const step = Math.max(1, reporting.length / mostProvinces);
  return ['*', ...Array.from({ length: Math.min(mostProvinces, reporting.length) }, (_, at) => reporting[Math.floor(at * step)]!.code)];
}

function countiesOf(slice: string): Range {
  if (slice === '*') return [0, 0];
  const known = slice.slice(0, 6);
  return [Number(known.padEnd(6, '0')), Number(known.padEnd(6, '9'))];
}

/** Which figures somebody has corrected since, by region and indicator. */
async function correctedIn({ db }: Ctx, counties: Range): Promise<Map<string, Set<number>>> {
  const p = indicatorValuePasts;
  const rows = await db.selectDistinct({ regionCode: p.regionCode, indicatorId: p.indicatorId, period: p.period }).from(p).where(and(between(p.countyCode, ...counties), eq(p.breakdown, everybody), sql`${p.reason} <> 'formula'`)).limit(100_000);
  const found = new Map<string, Set<number>>();
  for (const { regionCode, indicatorId, period } of rows) {
    const key = keyOf(regionCode, indicatorId);
    found.set(key, (found.get(key) ?? new Set()).add(period));
  }
  return found;
}
