import { sql } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { followingRegions } from './places.ts';
import { newest } from './roll-up.ts';

/**
 * 结果随区划变更: results keep the code of their day and count, from now on, in the principal successor of their region.
 * What follows already is not moved a second time.
 */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  const moves = await movesOf(ctx, changeId);
  if (moves.length === 0) return '0';
  return change(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(${followingRegions})`);
    const { rows } = await tx.db.execute<{ moved: number }>(sql`
      with moves as (select * from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as line ("from" text, "to" text)),
      ${newest},
      moved as (select n.*, m."to" from newest n join moves m on m."from" = n.place_code),
      going as (
        insert into result_changes (year, stream, edition_id, region_code, before, after, at)
        select year, stream, edition_id, place_code, letters, null, ${tx.now.toISOString()}::timestamptz from moved
        union all select year, stream, edition_id, "to", null, letters, ${tx.now.toISOString()}::timestamptz from moved),
      noting as (
        insert into result_places (region_code, year, stream, place_code) select region_code, year, stream, "to" from moved
        on conflict (region_code, year, stream) do update set place_code = excluded.place_code)
      select count(*)::int as moved from moved`);
    await tx.record('results.region-followed', { id: changeId, regionCode: '*' }, { results: rows[0]!.moved });
    return String(rows[0]!.moved);
  });
}
