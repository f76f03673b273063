import { sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { originCode, stateCode } from './model.ts';
import type { Indicator } from './read.ts';
import { indicatorValuePasts, indicatorValues } from './tables.server.ts';
import { quantityOf } from './units.ts';

/** 按新区划重述: for every period of which all of them told, their figures make one of the unit they became; what it had said itself is kept as what stood before. */
export async function restate(tx: Change, { from, to, rule, indicators }: { from: readonly string[]; to: string; rule: 'sum' | 'share'; indicators: readonly Indicator[] }): Promise<number> {
  if (indicators.length === 0) return 0;
  const [ids, scales] = [indicators.map(({ id }) => id), indicators.map(({ definition }) => quantityOf(definition.unit).scale)];
  const columns = sql.raw('county_code, region_code, indicator_id, period, breakdown, value, numerator, denominator, status, origin, source, source_url, evidence_id, recorded_at, recorded_by_name');
  const isShare = rule === 'share';
  const differs = (other: string) => sql.raw(`(v.source <> 'region-change' or (v.value, v.numerator, v.denominator) is distinct from (${other}.value, ${other}.numerator, ${other}.denominator))`);
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  // The sums wait for what is kept: a row this very statement has changed could not be held any more.
  const { rowCount } = await tx.db.execute(sql`
    with sums as materialized (
      select v.indicator_id, v.period, v.breakdown, case when ${isShare} then round(sum(v.numerator) / nullif(sum(v.denominator), 0) / max(i.scale)::numeric, 6) else sum(v.value) end as value,
        case when ${isShare} then sum(v.numerator) end as numerator, case when ${isShare} then sum(v.denominator) end as denominator,
        case when min(v.origin) = max(v.origin) then min(v.origin) else ${originCode('by-hand')} end as origin
      from unnest(${sql.param(ids)}::int[], ${sql.param(scales)}::float8[]) as i (id, scale) join ${indicatorValues} v on v.indicator_id = i.id
      where v.county_code = any(${sql.param(from.map(countyCode))}::int[]) and v.region_code = any(${sql.param([...from])}::text[]) and v.status >= ${stateCode('accepted')} and (not ${isShare} or v.denominator is not null)
      group by 1, 2, 3 having count(*) = ${from.length}),
    held as materialized (
      select v.* from sums join ${indicatorValues} v on v.county_code = ${countyCode(to)} and v.region_code = ${to} and v.indicator_id = sums.indicator_id and v.period = sums.period and v.breakdown = sums.breakdown where ${differs('sums')} for update of v),
    kept as (insert into ${indicatorValuePasts} (${columns}, reason, replaced_at, replaced_by_name) select ${columns}, 'region-change', ${now}, ${tx.actor.name} from held returning 1)
    insert into ${indicatorValues} as v (${columns})
    select ${countyCode(to)}, ${to}, s.indicator_id, s.period, s.breakdown, s.value, s.numerator, s.denominator, ${stateCode('accepted')}, s.origin, 'region-change', null, null, ${now}, ${tx.actor.name} from sums s, (select count(*) from kept) first
    on conflict (county_code, region_code, indicator_id, period, breakdown) do update set value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator, origin = excluded.origin, source = excluded.source, source_url = null, evidence_id = null, recorded_at = excluded.recorded_at, recorded_by_name = excluded.recorded_by_name
      where ${differs('excluded')}`);
  return rowCount ?? 0;
}
