import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { oneFolder } from './fold.ts';
import { newest, rolledUp } from './roll-up.ts';

/**
 * 重建汇总: all tallies anew from the newest sheets, in one look at the database: what is concluded meanwhile is not in it
 * and waits as a change. Readers see the old tallies until the new ones are there.
 */
export async function rebuildTallies({ db }: Ctx): Promise<{ tallies: number; scores: number; folded: number }> {
  return db.transaction(async (tx) => {
    await tx.execute(oneFolder);
    await tx.execute(sql`set local work_mem = '256MB'`);
    await tx.execute(sql`delete from tallies`);
    await tx.execute(sql`delete from score_tallies`);
    const { rows } = await tx.execute<{ tallies: number; scores: number }>(sql`
      with ${newest}, sides as (select year, stream, edition_id, place_code as region_code, letters, 1 as sign from newest), ${rolledUp},
      adding as (
        insert into tallies (region_code, kind, year, stream, edition_id, item_id, met, partly, not_met, not_applicable)
        select * from summed order by 1, 2, 3, 4, 5, 6 returning 1),
      scoring as (
        insert into score_tallies (region_code, year, stream, edition_id, band, communities, all_musts, hundredths)
        select * from banded order by 1, 2, 3, 4, 5 returning 1)
      select (select count(*)::int from adding) as tallies, (select count(*)::int from scoring) as scores`);
    const { rows: taken } = await tx.execute<{ folded: number }>(sql`
      with taken as (delete from result_changes returning at),
      counting as (
        insert into tally_state (id, changes, last_at) select 1, count(*), max(at) from taken
        on conflict (id) do update set changes = tally_state.changes + excluded.changes, last_at = greatest(tally_state.last_at, excluded.last_at))
      select count(*)::int as folded from taken`);
    return { ...rows[0]!, folded: taken[0]!.folded };
  }, { isolationLevel: 'repeatable read' });
}
