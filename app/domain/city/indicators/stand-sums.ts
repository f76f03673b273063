import { type SQL, sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { originCode, stateCode, wayCode } from './model.ts';
import { noteDues } from './note-dues.ts';
import type { Sum } from './sum-below.ts';
import { derivedFigures, indicatorValuePasts, indicatorValues } from './tables.server.ts';
import type { Place } from './write-value.ts';

const rollUp = originCode('roll-up');
const key = ['county_code', 'region_code', 'indicator_id', 'period', 'breakdown'];
const same = (one: string, other: string) => sql.raw(key.map((name) => `${one}.${name} = ${other}.${name}`).join(' and '));

/** The sums as a relation. */
function relation(sums: readonly Sum[]): SQL {
  const of = (pick: (each: Sum) => unknown) => sql.param(sums.map(pick));
  return sql`unnest(${of(({ regionCode }) => countyCode(regionCode))}::int[], ${of(({ regionCode }) => regionCode)}::text[], ${of(({ indicatorId }) => indicatorId)}::int[], ${of(({ period }) => period)}::int[], ${of(({ breakdown }) => breakdown)}::smallint[],
    ${of(({ value }) => value)}::numeric[], ${of(({ numerator }) => numerator)}::numeric[], ${of(({ denominator }) => denominator)}::numeric[], ${of(({ reported }) => reported)}::int[], ${of(({ expected }) => expected)}::int[], ${of((sum) => sum.reported === sum.expected && !sum.isBeside)}::bool[])
    as w (county_code, region_code, indicator_id, period, breakdown, value, numerator, denominator, reported, expected, is_whole)`;
}

/**
 * 汇总数成立: a whole sum stands where nothing nearer does; one that is not whole any more is taken back, with what it was; every
 * sum from below, whole or not, is kept to be looked at. Answers the places whose figure changed; they wait for what lies above them.
 */
export async function standSums(tx: Change, sums: readonly Sum[]): Promise<Place[]> {
  if (sums.length === 0) return [];
  const [from, now] = [relation(sums), sql`${tx.now.toISOString()}::timestamptz`];
  await keep(tx, sums.filter(({ isOwn }) => !isOwn));
  const differs = sql.raw('(v.value, v.numerator, v.denominator) is distinct from (w.value, w.numerator, w.denominator)');
  const columns = sql.raw([...key, 'value', 'numerator', 'denominator', 'status', 'origin', 'source', 'source_url', 'evidence_id', 'recorded_at', 'recorded_by_name'].join(', '));
  const { rows: gone } = await tx.db.execute<Row>(sql`
    with old as materialized (
      select v.*, w.is_whole from ${from} join ${indicatorValues} v on ${same('v', 'w')} where v.origin = ${rollUp} and v.status < ${stateCode('locked')} and (not w.is_whole or ${differs}) for update of v),
    kept as (insert into ${indicatorValuePasts} (${columns}, reason, replaced_at, replaced_by_name) select ${columns}, 'roll-up', ${now}, ${tx.actor.name} from old)
    delete from ${indicatorValues} v using old where ${same('v', 'old')} and not old.is_whole returning v.region_code, v.indicator_id, v.period, v.breakdown`);
  const { rows: stand } = await tx.db.execute<Row>(sql`
    insert into ${indicatorValues} as v (${columns})
    select w.county_code, w.region_code, w.indicator_id, w.period, w.breakdown, w.value, w.numerator, w.denominator, ${stateCode('accepted')}, ${rollUp}, 'roll-up', null, null, ${now}, ${tx.actor.name} from ${from} where w.is_whole
    on conflict (county_code, region_code, indicator_id, period, breakdown) do update set value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator, evidence_id = null, recorded_at = excluded.recorded_at, recorded_by_name = excluded.recorded_by_name
      where v.origin = ${rollUp} and v.status < ${stateCode('locked')} and (v.value, v.numerator, v.denominator) is distinct from (excluded.value, excluded.numerator, excluded.denominator)
    returning v.region_code, v.indicator_id, v.period, v.breakdown`);
  const written = [...gone, ...stand].map(({ region_code: regionCode, indicator_id: indicatorId, period, breakdown }) => ({ regionCode, indicatorId, period, breakdown }));
  if (written.length > 0) await noteDues(tx, written);
  return written;
}

type Row = { region_code: string; indicator_id: number; period: number; breakdown: number };

async function keep(tx: Change, sums: readonly Sum[]): Promise<void> {
  if (sums.length === 0) return;
  const way = wayCode('roll-up');
  await tx.db.execute(sql`delete from ${derivedFigures} d using ${relation(sums)} where ${same('d', 'w')} and d.way = ${way} and w.reported = 0`);
  await tx.db.execute(sql`
    insert into ${derivedFigures} as d (county_code, region_code, indicator_id, period, breakdown, way, value, numerator, denominator, reported, expected, reckoned_at)
    select w.county_code, w.region_code, w.indicator_id, w.period, w.breakdown, ${way}, w.value, w.numerator, w.denominator, w.reported, w.expected, ${tx.now.toISOString()}::timestamptz from ${relation(sums)} where w.reported > 0
    on conflict (county_code, region_code, indicator_id, period, breakdown, way) do update set value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator, reported = excluded.reported, expected = excluded.expected, reckoned_at = excluded.reckoned_at
      where (d.value, d.numerator, d.denominator, d.reported, d.expected) is distinct from (excluded.value, excluded.numerator, excluded.denominator, excluded.reported, excluded.expected)`);
}
