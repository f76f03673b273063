import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { fromRules, newest, rolledUp, sidesOf } from './roll-up.ts';

/** 不符之处: a sum as the roll-ups have it and as the rows of the rules say. */
export type Fault = { what: string; held: string; truth: string };
const shownFaults = 20;

/**
 * 核对汇总: tallies with the changes that wait, beside the sums of all rows of all rules, in one statement and so at one
 * moment. Nothing is answered when they are equal.
 */
export async function verifyTallies({ db }: Ctx): Promise<Fault[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_nestloop = off`); // the sizes of what is made on the way are not known beforehand
    await tx.execute(sql`set local work_mem = '256MB'`);
    return compare(tx as typeof db);
  });
}

async function compare(db: Ctx['db']): Promise<Fault[]> {
  const { rows } = await db.execute<Fault>(sql`
    with waiting as (select * from result_changes), ${sidesOf(sql`waiting`)}, ${rolledUp},
    held as (
      ${keyed(sql`select * from tallies union all select * from summed`, counts)}
      union all ${keyed(sql`select region_code, year, stream, edition_id, band, communities, hundredths, all_musts from score_tallies
        union all select region_code, year, stream, edition_id, band, communities, hundredths, all_musts from banded`, scores)}),
    truth as (select * from (with ${newest}, ${fromRules}
      ${keyed(sql`select * from summed`, counts)}
      union all ${keyed(sql`select region_code, year, stream, edition_id, band, communities, hundredths, all_musts from banded`, scores)}) plain)
    select what, coalesce(held.figures, '—') as held, coalesce(truth.figures, '—') as truth
    from held full join truth using (what) where held.figures is distinct from truth.figures order by what limit ${shownFaults}`);
  return rows;
}

type Shape = { key: SQL; figures: SQL; isNothing: SQL };
const counts: Shape = {
  key: sql`concat_ws(' ', region_code, year, stream, edition_id, kind, item_id)`,
  figures: sql`concat_ws(' ', sum(met), sum(partly), sum(not_met), sum(not_applicable))`,
  isNothing: sql`sum(met) = 0 and sum(partly) = 0 and sum(not_met) = 0 and sum(not_applicable) = 0`,
};
const scores: Shape = {
  key: sql`concat_ws(' ', region_code, year, stream, edition_id, 'band', band)`,
  figures: sql`concat_ws(' ', sum(communities), sum(hundredths), sum(all_musts))`,
  isNothing: sql`sum(communities) = 0 and sum(hundredths) = 0 and sum(all_musts) = 0`,
};

/** One line for each sum; a sum of nothing is as good as none. */
const keyed = (rows: SQL, { key, figures, isNothing }: Shape): SQL =>
  sql`select ${key} as what, ${figures} as figures from (${rows}) sums group by 1 having not (${isNothing})`;
