import { allow, may } from '#app/domain/base/accounts/access.ts';
import { contains, levelOf, levels } from '#app/domain/base/regions/model.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { getPlan } from '#app/domain/city/city-plans/read.ts';
import { lastDay } from '#app/domain/city/indicators/period.ts';
import { type Indicator, indicatorsByCode, listBreakdowns } from '#app/domain/city/indicators/read.ts';
import { readPeriod } from '#app/domain/city/indicators/read-period.ts';
import { everybody, frequencies, isUsableIn } from '#app/domain/city/indicators/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { assignLevels, type Item, whyNobody } from './assign-levels.ts';
import type { OpenRoundInput } from './input.ts';
import { type AskedLevel, askedLevels, type Deadlines, minutesFor } from './model.ts';
import { countUnits } from './units-asked.ts';

export type Asking = { level: AskedLevel; sheets: number; fields: number; minutes: number; dueOn: string };
export type RoundPlan = { period: number; deadlines: Deadlines; items: Item[]; asking: Asking[]; left: string[]; list: Named[] };
/** 一个指标 in the preview: the level that is asked, or why nobody is. */
export type Named = { code: string; zh: string; en: string; level: AskedLevel | null; why: 'formula' | 'seldom' | 'nobody' | null; dimension: string; dimensions: string[] };

/** 预览: what a round would ask, of how many, and how long that takes; what it would leave out, by code. */
export async function planRound(ctx: Ctx, input: OpenRoundInput): Promise<RoundPlan> {
  const { regionCode } = input;
  allow(ctx, 'collection.open', { regionCode });
  if (regionCode !== '*' && (levelOf(regionCode) > levels.county || !(await findRegion(ctx, regionCode)))) throw new Refusal('round-region', 422);
  const period = frequencies.map((frequency) => readPeriod(input.period, frequency)).find((each) => each !== undefined);
  if (period === undefined) throw new Refusal('period-unreadable', 422);
  const today = beijingDay(ctx.now);
  const deadlines: Deadlines = Object.fromEntries(askedLevels.flatMap((level) => (input[level] ? [[level, input[level]]] : [])));
  if (Object.keys(deadlines).length === 0) throw new Refusal('round-without-deadline', 422);
  if (Object.values(deadlines).some((day) => day < today || day <= lastDay(period))) throw new Refusal('round-deadline', 422);
  const indicators = await asked(ctx, input);
  if (Object.entries(input.groups).some(([code, dimension]) => indicators.some((each) => each.code === code && !each.definition.dimensions.includes(dimension)))) throw new Refusal('breakdown-not-found', 422);
  const items = assignLevels(indicators, deadlines, period, input.groups);
  if (items.length === 0) throw new Refusal('round-empty', 422);
  const byId = new Map(indicators.map((each) => [each.id, each]));
  const groups = items.some(({ dimension }) => dimension !== '') ? await listBreakdowns(ctx) : [];
  const cellsOf = ({ indicatorId, dimension }: Item) => [everybody, ...groups.filter((group) => group.dimension === dimension).map(({ id }) => id)].map((breakdown) => ({ breakdown, definition: byId.get(indicatorId)!.definition }));
  const asking: Asking[] = [];
  for (const level of askedLevels) {
    const here = items.filter((item) => item.level === level);
    if (here.length === 0) continue;
    const sheets = level === 'department' ? new Set(here.map(({ department }) => department)).size : await countUnits(ctx, level, regionCode, !input.everyCommunity);
    const times = level === 'department' ? 1 : sheets;
    const cells = here.flatMap(cellsOf);
    asking.push({ level, sheets, fields: cells.length * times, minutes: minutesFor(cells) * times, dueOn: deadlines[level]! });
  }
  if (asking.every(({ sheets }) => sheets === 0)) throw new Refusal('round-without-units', 422);
  const taken = new Set(items.map(({ indicatorId }) => indicatorId));
  const list = indicators.map(({ id, code, definition }): Named => {
    const item = items.find(({ indicatorId }) => indicatorId === id);
    return { code, zh: definition.zh, en: definition.en, level: item?.level ?? null, why: item ? null : (whyNobody(definition, period) ?? 'nobody'), dimension: item?.dimension ?? '', dimensions: definition.dimensions };
  });
  return { period, deadlines, items, asking, left: indicators.filter(({ id }) => !taken.has(id)).map(({ code }) => code), list };
}

/** 问题出在哪一项: codes nobody knows, and levels whose last day is before the first that may be. */
export async function wrongInRound(ctx: Ctx, input: OpenRoundInput): Promise<{ unknown: string[]; earliest: string; tooEarly: AskedLevel[] }> {
  const known = input.codes.length === 0 ? undefined : await indicatorsByCode(ctx, input.codes);
  const period = frequencies.map((frequency) => readPeriod(input.period, frequency)).find((each) => each !== undefined);
  const today = beijingDay(ctx.now);
  const after = period === undefined ? today : addDays(lastDay(period), 1);
  const earliest = after > today ? after : today;
  return { unknown: input.codes.filter((code) => { const found = known?.get(code); return !found || !isUsableIn(found.definition, input.regionCode); }), earliest, tooEarly: askedLevels.filter((level) => input[level] !== undefined && input[level] < earliest) };
}

/** The indicators of a plan, or those named one by one; a plan that is still being written is there only for those who write it. */
async function asked(ctx: Ctx, { planId, codes, regionCode }: OpenRoundInput): Promise<Indicator[]> {
  const named = new Set(codes);
  if (planId) {
    const plan = await getPlan(ctx, planId);
    const isHere = contains(plan.regionCode, regionCode) || contains(regionCode, plan.regionCode);
    if (!isHere || (plan.state === 'draft' && !may(ctx.actor, 'city-plan.edit', { regionCode: plan.regionCode }))) throw new Refusal('city-plan-not-found', 404);
    for (const { indicators } of plan.content.actions) for (const { code } of indicators) named.add(code);
  }
  if (named.size === 0) throw new Refusal('round-empty', 422);
  const known = await indicatorsByCode(ctx, [...named]);
  if (known.size < named.size) throw new Refusal('indicator-not-found', 422);
  const here = [...known.values()].filter(({ definition }) => isUsableIn(definition, regionCode));
  if (codes.some((code) => !here.some((each) => each.code === code))) throw new Refusal('indicator-elsewhere', 422);
  return here;
}
