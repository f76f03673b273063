import { and, eq, sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import type { Stream } from './model.ts';
import { resultPlaces } from './tables.server.ts';

/** Conclusions share this lock; results that follow a change of regions take it alone. */
export const followingRegions = 1981_0606;

type Result = { regionCode: string; year: number; stream: Stream };
/** Where the result that stood was counted, and where one concluded now is: in the region itself unless it has become another. */
export type Places = { before: string; now: string };

export async function placesOfResult(tx: Change, { regionCode, year, stream }: Result): Promise<Places> {
  const { rows } = await tx.db.execute<{ before: string | null; now: string | null }>(sql`
    select (select place_code from result_places where region_code = ${regionCode} and year = ${year} and stream = ${stream}) as before,
           (select present_code from region_lineage where old_code = ${regionCode} and is_principal and not is_reused
             order by ended_at desc fetch first row only) as now`);
  return { before: rows[0]?.before ?? regionCode, now: rows[0]?.now ?? regionCode };
}

/** 归属 is noted only where it is not the region itself. */
export async function keepPlace(tx: Change, result: Result, { before, now }: Places): Promise<void> {
  if (now === before) return;
  const { regionCode, year, stream } = result;
  if (now === regionCode) {
    await tx.db.delete(resultPlaces).where(and(eq(resultPlaces.regionCode, regionCode), eq(resultPlaces.year, year), eq(resultPlaces.stream, stream)));
    return;
  }
  await tx.db.insert(resultPlaces).values({ ...result, placeCode: now })
    .onConflictDoUpdate({ target: [resultPlaces.regionCode, resultPlaces.year, resultPlaces.stream], set: { placeCode: now } });
}
