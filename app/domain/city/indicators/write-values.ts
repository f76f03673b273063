import { sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Figures } from './check-value.ts';
import { originCode, stateCode } from './model.ts';
import { noteDues } from './note-dues.ts';
import { indicatorValuePasts, indicatorValues } from './tables.server.ts';
import type { Place } from './write-value.ts';

export type Written = Place & Figures & { source: string };

const key = ['county_code', 'region_code', 'indicator_id', 'period', 'breakdown'];
const said = ['value', 'numerator', 'denominator', 'status', 'origin', 'source', 'source_url', 'evidence_id', 'recorded_at', 'recorded_by_name'];
const columns = sql.raw([...key, ...said].join(', '));
const same = sql.raw(key.map((name) => `v.${name} = w.${name}`).join(' and '));
const differs = sql.raw('(v.value, v.numerator, v.denominator) is distinct from (w.value, w.numerator, w.denominator)');

/** 一批写入: what `writeValue` does for one figure, for thousands at once, as part of another change; answers the places whose figure is another now. */
export async function writeValues(tx: Change, figures: readonly Written[], reason: string): Promise<Place[]> {
  if (figures.length === 0) return [];
  const of = (pick: (each: Written) => unknown) => sql.param(figures.map(pick));
  const w = sql`unnest(${of(({ regionCode }) => countyCode(regionCode))}::int[], ${of(({ regionCode }) => regionCode)}::text[], ${of(({ indicatorId }) => indicatorId)}::int[], ${of(({ period }) => period)}::int[], ${of(({ breakdown }) => breakdown)}::smallint[],
    ${of(({ value }) => value)}::numeric[], ${of(({ numerator }) => numerator)}::numeric[], ${of(({ denominator }) => denominator)}::numeric[], ${of(({ source }) => source)}::text[])
    as w (county_code, region_code, indicator_id, period, breakdown, value, numerator, denominator, source)`;
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  const { rows: held } = await tx.db.execute<{ status: number }>(sql`select v.status from ${w} join ${indicatorValues} v on ${same} where ${differs} for update of v`);
  if (held.some(({ status }) => status === stateCode('locked'))) throw new Refusal('value-locked');
  if (held.length > 0 && reason === '') throw new Refusal('value-reason-missing', 422);
  if (held.length > 0) await tx.db.execute(sql`insert into ${indicatorValuePasts} (${columns}, reason, replaced_at, replaced_by_name) select v.county_code, v.region_code, v.indicator_id, v.period, v.breakdown, ${sql.raw(said.map((name) => `v.${name}`).join(', '))}, ${reason}, ${now}, ${tx.actor.name} from ${w} join ${indicatorValues} v on ${same} where ${differs}`);
  const { rows } = await tx.db.execute<Row>(sql`
    insert into ${indicatorValues} as v (${columns})
    select w.county_code, w.region_code, w.indicator_id, w.period, w.breakdown, w.value, w.numerator, w.denominator, ${stateCode('accepted')}::smallint, ${originCode('by-hand')}::smallint, w.source, null, null::uuid, ${now}, ${tx.actor.name} from ${w}
    on conflict (county_code, region_code, indicator_id, period, breakdown) do update set value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator, status = excluded.status, origin = excluded.origin,
      source = excluded.source, source_url = null, evidence_id = null, recorded_at = excluded.recorded_at, recorded_by_name = excluded.recorded_by_name
      where (v.value, v.numerator, v.denominator) is distinct from (excluded.value, excluded.numerator, excluded.denominator)
    returning v.region_code, v.indicator_id, v.period, v.breakdown, v.xmax::text <> '0' as stood`);
  // What somebody wrote since the first look would go without a trace.
  if (rows.filter(({ stood }) => stood).length > held.length) throw new Refusal('changed-meanwhile');
  const written = rows.map(({ region_code: regionCode, indicator_id: indicatorId, period, breakdown }) => ({ regionCode, indicatorId, period, breakdown }));
  if (written.length > 0) await noteDues(tx, written);
  return written;
}

type Row = { region_code: string; indicator_id: number; period: number; breakdown: number; stood: boolean };
