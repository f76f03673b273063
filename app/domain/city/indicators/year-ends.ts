import { sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { originCode, stateCode } from './model.ts';
import { periodOf, rangeOf, yearOf } from './period.ts';
import type { Indicator } from './read.ts';
import type { Sum } from './sum-below.ts';
import { figureDues, indicatorValues } from './tables.server.ts';
import type { Place } from './write-value.ts';

/** 年末的一期: parts of a year are told from its first day on, so its last part says what the year came to. */
const lastParts = (year: number) => [periodOf(year, 'half-year', 2), periodOf(year, 'quarter', 4), periodOf(year, 'month', 12)];
const isLastPart = (period: number) => lastParts(yearOf(period)).includes(period);

/**
 * 由各期到全年: the figure of a year out of its last part, the finest one before others. What moves by itself until its last day
 * counts only when the year is over; what formulas reckon has its own year.
 */
export async function endsOfYears(tx: Change, places: readonly Place[], indicators: ReadonlyMap<number, Indicator>, today: string): Promise<Sum[]> {
  const ended = places.filter(({ period, indicatorId }) => isLastPart(period) && indicators.get(indicatorId)?.definition.formula === null);
  const wanted = [...new Map(ended.map((place) => [`${place.regionCode} ${place.indicatorId} ${yearOf(place.period)} ${place.breakdown}`, { ...place, period: periodOf(yearOf(place.period)) }])).values()];
  if (wanted.length === 0) return [];
  const of = (pick: (each: Place) => unknown) => sql.param(wanted.map(pick));
  const { rows } = await tx.db.execute<{ nth: string; value: string | null; numerator: string | null; denominator: string | null }>(sql`
    select w.nth, o.value, o.numerator, o.denominator
    from unnest(${of(({ regionCode }) => regionCode)}::text[], ${of(({ indicatorId }) => indicatorId)}::int[], ${of(({ period }) => period)}::int[], ${of(({ breakdown }) => breakdown)}::smallint[]) with ordinality as w (place, indicator, year, breakdown, nth)
    left join lateral (
      select v.value, v.numerator, v.denominator from ${indicatorValues} v
      where v.county_code = (case when w.place = '*' then 0 else rpad(left(w.place, 6), 6, '0')::int end) and v.region_code = w.place and v.indicator_id = w.indicator and v.breakdown = w.breakdown
        and v.period in (w.year + 102, w.year + 204, w.year + 312) and v.status >= ${stateCode('accepted')}
        and (v.origin not in (${originCode('operations')}, ${originCode('roll-up')}) or w.year / 1000 < ${Number(today.slice(0, 4))})
      order by v.period desc limit 1) o on true`);
  const figure = (said: string | null) => (said === null ? null : Number(said));
  return rows.map(({ nth, value, numerator, denominator }) => ({ ...wanted[Number(nth) - 1]!, value: figure(value), numerator: figure(numerator), denominator: figure(denominator), reported: value === null ? 0 : 1, expected: 1, isBeside: false, isOwn: true }));
}

/** 年终结转: in the first days of a year, what the work said last has its year; asked again it finds nothing left. */
export async function endLastYear(ctx: Ctx): Promise<string> {
  const [year, month, day] = beijingDay(ctx.now).split('-').map(Number) as [number, number, number];
  if (month !== 1 || day > 7) return '0';
  const [first, last] = rangeOf(year - 1);
  const { rowCount } = await ctx.db.execute(sql`
    insert into ${figureDues} (county_code, region_code, indicator_id, period, breakdown)
    select v.county_code, v.region_code, v.indicator_id, v.period, v.breakdown from indicators i join ${indicatorValues} v on v.indicator_id = i.id
    where v.period between ${first} and ${last} and v.period = any(${sql.param(lastParts(year - 1))}::int[]) and v.origin in (${originCode('operations')}, ${originCode('roll-up')})
      and not exists (select from ${indicatorValues} whole where whole.county_code = v.county_code and whole.region_code = v.region_code and whole.indicator_id = v.indicator_id and whole.period = ${first} and whole.breakdown = v.breakdown)`);
  return String(rowCount ?? 0);
}
