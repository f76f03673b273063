import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { rolledUp, sidesOf } from './roll-up.ts';

/** One at a time adds to the tallies. A lock of a table, not of a number: it may stand before the one look that a rebuild takes at the database. */
export const oneFolder = sql`lock table tally_state in exclusive mode`;
const atATime = 1000;

/**
 * 汇总: takes changes that wait and adds them to the tallies, so many in one transaction: a reader sees a change either
 * waiting or folded, never twice and never not at all, and a folder that dies leaves everything as it was.
 */
export async function foldChanges(ctx: Ctx): Promise<string> {
  let folded = 0;
  for (;;) {
    const taken = await foldSome(ctx);
    folded += taken;
    if (taken < atATime) return String(folded);
  }
}

async function foldSome({ db }: Ctx): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(oneFolder);
    const { rows } = await tx.execute<{ taken: number }>(sql`
      with taken as (delete from result_changes where id in (select id from result_changes order by id limit ${atATime}) returning *),
      ${sidesOf(sql`taken`)}, ${rolledUp},
      adding as (
        insert into tallies (region_code, kind, year, stream, edition_id, item_id, met, partly, not_met, not_applicable)
        select * from summed where met <> 0 or partly <> 0 or not_met <> 0 or not_applicable <> 0
        on conflict (region_code, kind, year, stream, edition_id, item_id) do update set
          met = tallies.met + excluded.met, partly = tallies.partly + excluded.partly,
          not_met = tallies.not_met + excluded.not_met, not_applicable = tallies.not_applicable + excluded.not_applicable),
      scoring as (
        insert into score_tallies (region_code, year, stream, edition_id, band, communities, all_musts, hundredths)
        select * from banded where communities <> 0 or all_musts <> 0 or hundredths <> 0
        on conflict (region_code, year, stream, edition_id, band) do update set
          communities = score_tallies.communities + excluded.communities, all_musts = score_tallies.all_musts + excluded.all_musts,
          hundredths = score_tallies.hundredths + excluded.hundredths),
      counting as (
        insert into tally_state (id, changes, last_at) select 1, count(*), max(at) from taken having count(*) > 0
        on conflict (id) do update set changes = tally_state.changes + excluded.changes, last_at = greatest(tally_state.last_at, excluded.last_at))
      select count(*)::int as taken from taken`);
    return rows[0]!.taken;
  });
}
