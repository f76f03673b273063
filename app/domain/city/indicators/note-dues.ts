import { sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { figureDues } from './tables.server.ts';
import type { Place } from './write-value.ts';

/** 记下待汇总: part of every change that writes or takes away figures, however many; the sums above them follow within a minute (roll-up.ts). */
export async function noteDues(tx: Change, places: readonly Place[]): Promise<void> {
  const of = <K extends keyof Place>(name: K) => sql.param(places.map((place) => place[name]));
  await tx.db.execute(sql`
    insert into ${figureDues} (county_code, region_code, indicator_id, period, breakdown)
    select * from unnest(${sql.param(places.map(({ regionCode }) => countyCode(regionCode)))}::int[], ${of('regionCode')}::text[], ${of('indicatorId')}::int[], ${of('period')}::int[], ${of('breakdown')}::smallint[])`);
}
