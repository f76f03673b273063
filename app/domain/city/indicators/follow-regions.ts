import { and, eq, sql } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { rollUpRule } from './roll-up-rule.ts';
import { indicatorsByCode } from './read.ts';
import { restate } from './restate.ts';
import { derivedFigures, indicatorValuePasts, indicatorValues } from './tables.server.ts';

const atATime = 1000;

/**
 * 指标值随区划变更: what a unit said goes with it where it alone became another. Where several became one, what may be added is
 * added for every period of which all of them had told, and what each told stays under the code of its day. Where one became
 * several nothing can be divided, and it stays. Sums of earlier periods above them stay as they were (sum-below.ts).
 */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to, isAlone } of await movesOf(ctx, changeId)) if (isAlone) moved += await carry(ctx, from, to);
  const rules = Map.groupBy((await indicatorsByCode(ctx)).values(), rollUpRule);
  for (const { to, from } of await mergersOf(ctx, changeId)) {
    for (const rule of ['sum', 'share'] as const) {
      for (const some of inParts(rules.get(rule) ?? [], 20)) {
        moved += await change(ctx, async (tx) => {
          const figures = await restate(tx, { from, to, rule, indicators: some });
          await tx.record('figures.region-followed', { id: to, regionCode: to }, { from, figures });
          return figures;
        });
      }
    }
  }
  return String(moved);
}

/** The county is part of the key, so rows are written anew, so many in one change; what was corrected once is told under both codes. */
async function carry(ctx: Ctx, from: string, to: string): Promise<number> {
  const place = { regionCode: to, countyCode: countyCode(to) };
  const here = <T extends typeof indicatorValues | typeof derivedFigures | typeof indicatorValuePasts>(t: T) => and(eq(t.countyCode, countyCode(from)), eq(t.regionCode, from));
  let moved = 0;
  for (;;) {
    const some = await change(ctx, async (tx) => {
      const rows = await take(tx, from);
      if (rows.length > 0) await tx.db.insert(indicatorValues).values(rows.map((row) => ({ ...row, ...place }))).onConflictDoNothing();
      await tx.record('figures.region-followed', { id: to, regionCode: to }, { from, figures: rows.length });
      return rows.length;
    });
    moved += some;
    if (some < atATime) break;
  }
  await change(ctx, async (tx) => {
    const told = await tx.db.delete(derivedFigures).where(here(derivedFigures)).returning();
    for (const some of inParts(told, atATime)) await tx.db.insert(derivedFigures).values(some.map((row) => ({ ...row, ...place }))).onConflictDoNothing();
    const pasts = await tx.db.select().from(indicatorValuePasts).where(here(indicatorValuePasts));
    for (const some of inParts(pasts, atATime)) await tx.db.insert(indicatorValuePasts).values(some.map((row) => ({ ...row, ...place }))).onConflictDoNothing();
    await tx.record('figures.region-followed', { id: to, regionCode: to }, { from, corrections: pasts.length });
  });
  return moved;
}

async function take(tx: Change, from: string) {
  const v = indicatorValues;
  const keys = sql`select ctid from indicator_values where county_code = ${countyCode(from)} and region_code = ${from} limit ${atATime} for update`;
  return tx.db.delete(v).where(sql`${v}.ctid in (${keys})`).returning();
}

type Merger = { to: string; from: string[] };

/** 并入: units into which several went whole, themselves among them where they were there before. */
async function mergersOf(ctx: Ctx, changeId: string): Promise<Merger[]> {
  const { rows } = await ctx.db.execute<Merger>(sql`
    with edges as (
      select l.old_code as "from", l.present_code as "to", count(*) over (partition by l.old_code, l.ended_at) as ways
      from region_pasts p join region_lineage l on l.old_code = p.code and l.ended_at = p.until where p.change_id = ${changeId} and p.is_end)
    select "to", array_agg("from" order by "from") as "from" from edges group by "to" having count(*) > 1 and max(ways) = 1`);
  return rows;
}
