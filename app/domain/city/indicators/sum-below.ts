import { sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { stateCode, type Unit } from './model.ts';
import { lastDay } from './period.ts';
import type { RollUpRule } from './roll-up-rule.ts';
import { indicatorValues } from './tables.server.ts';
import { quantityOf } from './units.ts';
import type { Place } from './write-value.ts';

export type Wanted = Place & { rule: Exclude<RollUpRule, 'never'>; unit: Unit };
/** 一个和: null where nobody below reported; `isBeside` has a nearer source and is only kept to be looked at, `isOwn` comes from the place itself. */
export type Sum = Place & { value: number | null; numerator: number | null; denominator: number | null; reported: number; expected: number; isBeside: boolean; isOwn: boolean };

/** 不在全国统计之内的: the nation's sums are of the provinces whose figures are collected here. */
const elsewhere = ['71', '81', '82'];
const shown = sql`not r.is_synthetic and not r.is_virtual and not r.is_ended`;

/**
 * 下级之和: what the regions right below say, and how many of them; a share without its parts counts as not reported. Periods
 * that ended before one of these regions became what it is are left as they are: their sums were of other regions. Each
 * figure is looked up by its whole key: without `limit 1` the planner looks through all that a region ever said.
 */
export async function sumBelow(tx: Change, wanted: readonly Wanted[]): Promise<Sum[]> {
  if (wanted.length === 0) return [];
  const of = (pick: (each: Wanted) => unknown) => sql.param(wanted.map(pick));
  const { rows } = await tx.db.execute<{ nth: string; expected: number; reported: number; value: string | null; numerator: string | null; denominator: string | null; is_ended_itself: boolean; has_changed: boolean }>(sql`
    select w.nth, count(*)::int as expected, count(v.value)::int as reported, sum(v.value) as value, sum(v.numerator) as numerator, sum(v.denominator) as denominator,
      bool_or(coalesce((c.since at time zone 'Asia/Shanghai')::date > w.last_day, false)) as has_changed,
      w.period % 1000 = 0 and exists (select from ${indicatorValues} o where o.county_code = w.county and o.region_code = w.place and o.indicator_id = w.indicator and o.period in (w.period + 102, w.period + 204, w.period + 312) and o.breakdown = w.breakdown and o.status >= ${stateCode('accepted')}) as is_ended_itself
    from unnest(${of(({ regionCode }) => regionCode)}::text[], ${of(({ indicatorId }) => indicatorId)}::int[], ${of(({ period }) => period)}::int[], ${of(({ breakdown }) => breakdown)}::smallint[], ${of(({ rule }) => rule === 'share')}::bool[],
      ${of(({ regionCode }) => (regionCode === '*' ? 0 : Number(regionCode.slice(0, 6).padEnd(6, '0'))))}::int[], ${of(({ period }) => lastDay(period))}::date[]) with ordinality as w (place, indicator, period, breakdown, is_share, county, last_day, nth)
    cross join lateral (
      select r.code, r.since, rpad(left(r.code, 6), 6, '0')::int as county from regions r where r.parent_code = w.place and ${shown}
      union all select r.code, r.since, rpad(r.code, 6, '0')::int from regions r where w.place = '*' and r.parent_code is null and ${shown} and r.code <> all(${sql.param(elsewhere)}::text[])) c
    left join lateral (
      select f.value, f.numerator, f.denominator from ${indicatorValues} f where f.county_code = c.county and f.region_code = c.code and f.indicator_id = w.indicator and f.period = w.period and f.breakdown = w.breakdown
        and f.status >= ${stateCode('accepted')} and (not w.is_share or f.denominator is not null) limit 1) v on true
    group by w.nth, w.place, w.indicator, w.period, w.breakdown, w.county`);
  return rows.filter((row) => !row.has_changed).map((row) => {
    const { rule, unit, ...place } = wanted[Number(row.nth) - 1]!;
    const [numerator, denominator] = rule === 'share' && row.reported > 0 ? [Number(row.numerator), Number(row.denominator)] : [null, null];
    const value = row.reported === 0 ? null : numerator !== null && denominator !== null ? Number((numerator / denominator / quantityOf(unit).scale).toPrecision(8)) : Number(row.value);
    return { ...place, value, numerator, denominator, reported: row.reported, expected: row.expected, isBeside: row.is_ended_itself, isOwn: false };
  });
}
