import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { regionWords } from '#app/i18n/regions.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { parentCandidates } from './model.ts';
import { between, nameIn, nameOf } from './name-in.ts';
import { regions } from './tables.server.ts';

/** 当时的名称 of a code at a moment: the span that had begun last by then. Needs `regions` joined by that code. */
function nameThen(ctx: Ctx, code: PgColumn, at: PgColumn | SQL): SQL<string> {
  return sql`case when ${regions.since} is null or ${regions.since} <= ${at} then ${nameIn(ctx)} else (
    select p.name from region_pasts p where p.code = ${code} and (p.since is null or p.since <= ${at}) order by p.since desc nulls last limit 1) end`;
}

/** The end of the unit that bore a code at a moment, if it has ended. */
const endAfter = (code: PgColumn, at: PgColumn | SQL) => sql`coalesce(
  (select min(p.until) from region_pasts p where p.code = ${code} and p.is_end and p.until > ${at}),
  case when ${regions.isEnded} then (select max(p.until) from region_pasts p where p.code = ${code} and p.is_end) end)`;

/** 所在地 of a code, as one text: whatever it lies in, from the province down; what a query of few rows tells without asking again. */
export function placeAbove(ctx: Ctx, code: PgColumn): SQL<string> {
  return sql<string>`coalesce((select string_agg(${nameOf(ctx, 'up')}, ${between(ctx)}::text order by length(up.code)) from regions up
    where up.code in (left(${code}, 2), left(${code}, 4), left(${code}, 6), left(${code}, 9)) and up.code <> ${code} and not up.is_synthetic), '')`;
}

/** The same step by step, each with its code. The code is written with its table: a query of one table alone leaves it out, and means the steps. */
export function stepsAbove(ctx: Ctx, code: SQL): SQL<{ code: string; name: string }[]> {
  return sql<{ code: string; name: string }[]>`coalesce((select jsonb_agg(jsonb_build_object('code', up.code, 'name', ${nameOf(ctx, 'up')}) order by length(up.code)) from regions up
    where up.code in (left(${code}, 2), left(${code}, 4), left(${code}, 6), left(${code}, 9)) and up.code <> ${code} and not up.is_synthetic), '[]')`;
}

/**
 * 当时的名称（今名）: a unit's name as on the day of its paper, with what it is today beside it when that differs. For a
 * query that joins `regions` by the code. A unit that never changed costs nothing.
 */
export function nameThenAndNow(ctx: Ctx, code: PgColumn, at: PgColumn | SQL): SQL<string> {
  const { open, close, and } = regionWords[ctx.locale].now;
  const then = nameThen(ctx, code, at);
  const now = sql`coalesce(
    (select string_agg(${nameOf(ctx, 'n')}, ${and}::text order by not l.is_principal, l.present_code) from region_lineage l join regions n on n.code = l.present_code
      where l.old_code = ${code} and l.ended_at = ${endAfter(code, at)}), ${nameIn(ctx)})`;
  return sql<string>`case when ${regions.since} is null and not ${regions.isEnded} then ${nameIn(ctx)} else
    (select case when t.then_name = t.now_name then t.then_name else t.then_name || ${open}::text || t.now_name || ${close}::text end
       from (select ${then} as then_name, ${now} as now_name) t) end`;
}

/** 当时所在地: from the province down to the unit itself, each by the name it bore at a moment. */
export async function pathThen(ctx: Ctx, code: string, at: Date): Promise<{ code: string; name: string }[]> {
  const rows = await ctx.db
    .select({ code: regions.code, name: sql<string>`coalesce(${nameThen(ctx, regions.code, sql`${at.toISOString()}::timestamptz`)}, ${nameIn(ctx)})` })
    .from(regions)
    .where(and(inArray(regions.code, [code, ...parentCandidates(code)]), eq(regions.isSynthetic, false)))
    .orderBy(sql`length(${regions.code})`);
  return rows;
}
