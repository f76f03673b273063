import { eq, and } from 'drizzle-orm';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { lateSheets } from '#app/domain/city/collection/read.ts';
import { type Indicator, indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { aimsIn } from './aims.ts';
import { tellDigests } from './digest.ts';
import { findGrounds, type Grounded } from './find-grounds.ts';
import { keepGrounds, type Told } from './keep-grounds.ts';
import { type RuleInForce, rulesInForce } from './rules-in-force.ts';
import { seriesIn } from './series-in.ts';
import { stillWatched } from './still-watched.ts';

/** Figures this far back are enough for what is usual and for targets that are over. */
const yearsBack = 3;

/**
 * 每夜监测: all rules over all regions, a province at a time, each in one change: what is new is raised, what got worse or better
 * moves, what is over ends. Then each region's officers read one digest. A night that runs again says nothing twice. Where there are
 * connections enough, two provinces at once: one is read while the other is thought about.
 */
export async function watchAll(ctx: Ctx, { atOnce = 1 } = {}): Promise<string> {
  const provinces = await ctx.db.select({ code: regions.code }).from(regions).where(and(eq(regions.level, 1), eq(regions.isEnded, false))).orderBy(regions.code);
  const watch = await prepare(ctx);
  const told: Told = { raised: 0, rose: 0, fell: 0, ended: 0, reopened: 0 };
  const slices = ['*', ...provinces.map(({ code }) => code)].values();
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (const slice of slices) {
      const here = await watchSlice(ctx, slice, watch);
      for (const kind of Object.keys(told) as (keyof Told)[]) told[kind] += here[kind];
    }
  }));
  const digests = await tellDigests(ctx);
  return [...Object.entries(told).map(([kind, many]) => `${kind} ${many}`), `digests ${digests}`].join(' ');
}

type Watch = { byCode: Map<string, Indicator>; byId: Map<number, Indicator>; rules: RuleInForce[]; today: string };

async function prepare(ctx: Ctx): Promise<Watch> {
  const byCode = await indicatorsByCode(ctx);
  return { byCode, byId: new Map([...byCode.values()].map((indicator) => [indicator.id, indicator])), rules: await rulesInForce(ctx), today: beijingDay(ctx.now) };
}

/** 一片: the nation's own figures ('*'), or a province with whatever lies in it. */
async function watchSlice(ctx: Ctx, slice: string, { byCode, byId, rules, today }: Watch): Promise<Told> {
  const year = Number(today.slice(0, 4));
  const counties: [number, number] = slice === '*' ? [0, 0] : [Number(slice) * 10_000, Number(slice) * 10_000 + 9_999];
  const runs = await seriesIn(ctx, counties, [year - yearsBack, year]);
  const aims = await aimsIn(ctx, slice, byCode, today);
  const late = await lateSheets(ctx, slice, today, { isAlone: slice === '*' });
  const grounds = findGrounds({ runs, aims, late, rules, byId, today });
  const dueOf = await limits(ctx, grounds, rules, today);
  return change(ctx, async (tx) => {
    const told = await keepGrounds(tx, counties, grounds, today, dueOf, stillWatched(aims, runs));
    await tx.record('alerts.watched', { id: slice, regionCode: slice }, told);
    return told;
  });
}

/** 答复期限: so many working days for each level, as the version of the rule says; each is counted once. */
async function limits(ctx: Ctx, grounds: readonly Grounded[], rules: readonly RuleInForce[], today: string): Promise<(ground: Grounded) => string> {
  const daysOf = ({ rule, ruleRegion, ruleVersion, level }: Grounded) => rules.find((each) => each.rule === rule && each.regionCode === ruleRegion && each.version === ruleVersion)!.settings.answerDays[level];
  const days = new Map<number, string>();
  for (const many of new Set(grounds.map(daysOf))) days.set(many, await addWorkdays(ctx, today, many));
  return (ground) => days.get(daysOf(ground))!;
}
