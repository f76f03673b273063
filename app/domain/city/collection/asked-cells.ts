import { sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { everybody, stateCode } from '#app/domain/city/indicators/model.ts';
import { keptAt } from '#app/domain/city/indicators/period.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { breakdowns, indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import type { Place } from '#app/domain/city/indicators/write-value.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { collectionEntries, collectionItems, collectionRounds, collectionSheets } from './tables.server.ts';

const atATime = 4000;
type Row = { nth: number; period: number; round_region: string };

/**
 * 正在填报的各格 among these: an open round asks the unit for them, or its sheet told them, and this person does not check where
 * the round is held, so their figure belongs into the sheet, where a second person sees it. Answers their positions. What stood before the round and is not asked stays as it was.
 */
export async function askedCells(ctx: Ctx, places: readonly Place[]): Promise<Set<number>> {
  const [s, r, i, e] = [collectionSheets, collectionRounds, collectionItems, collectionEntries];
  const asked = new Set<number>();
  const frequencies = new Map([...(await indicatorsByCode(ctx)).values()].map(({ id, definition }) => [id, definition.frequency]));
  let before = 0;
  for (const part of inParts(places, atATime)) {
    const of = (pick: (place: Place) => unknown) => sql.param(part.map(pick));
    const { rows } = await ctx.db.execute<Row>(sql`
      select (w.nth - 1)::int as nth, ${s.period} as period, ${r.regionCode} as round_region
      from unnest(${of(({ regionCode }) => countyCode(regionCode))}::int[], ${of(({ regionCode }) => regionCode)}::text[], ${of(({ indicatorId }) => indicatorId)}::int[], ${of(({ period }) => period)}::int[], ${of(({ breakdown }) => breakdown)}::smallint[])
        with ordinality as w (county_code, region_code, indicator_id, period, breakdown, nth)
      join ${s} on ${s.countyCode} = w.county_code and ${s.regionCode} = w.region_code collate "C" and ${s.period} / 1000 = w.period / 1000
      join ${r} on ${r.id} = ${s.roundId} and ${r.state} = 'open'
      join ${i} on ${i.roundId} = ${s.roundId} and ${i.level} = ${s.level} and ${i.department} = ${s.department} and ${i.indicatorId} = w.indicator_id
      where (w.breakdown = ${everybody} or exists (select from ${breakdowns} where ${breakdowns.id} = w.breakdown and ${breakdowns.dimension} = ${i.dimension}))
        and (not exists (select from ${indicatorValues} v where v.county_code = w.county_code and v.region_code = w.region_code collate "C" and v.indicator_id = w.indicator_id and v.period = w.period and v.breakdown = w.breakdown and v.status >= ${stateCode('accepted')})
          or (${s.acceptedAt} is not null and exists (select from ${e} where ${e.countyCode} = ${s.countyCode} and ${e.sheetId} = ${s.id} and ${e.indicatorId} = w.indicator_id and ${e.breakdown} = w.breakdown and ${e.figure} is not null)))`);
    for (const { nth, period, round_region: regionCode } of rows) {
      const place = part[nth]!;
      if (keptAt(period, frequencies.get(place.indicatorId)!) === place.period && !may(ctx.actor, 'collection.check', { regionCode })) asked.add(before + nth);
    }
    before += part.length;
  }
  return asked;
}
