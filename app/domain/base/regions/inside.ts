import { and, eq, gte, inArray, lt, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Ctx } from '#app/platform/ctx.ts';
import { regionLineage } from './tables.server.ts';

/** 辖区范围: the region of this code and all below it, as one range of an index of codes; '*' and nothing bound nothing. */
export function inside(column: PgColumn, code: string | undefined): SQL | undefined {
  if (!code || code === '*') return undefined;
  return and(gte(column, code), lt(column, `${code}:`)); // ':' follows '9'
}

/**
 * 辖区范围与沿革: the same, with what lay elsewhere under another code and lies in the region today. Asked beforehand, since
 * nearly always there is nothing, and a range alone is answered by an index.
 */
export async function insideToday(ctx: Ctx, column: PgColumn, code: string | undefined): Promise<SQL | undefined> {
  const range = inside(column, code);
  if (!range) return undefined;
  const former = await ctx.db.select({ code: regionLineage.oldCode }).from(regionLineage)
    .where(and(inside(regionLineage.presentCode, code), eq(regionLineage.isPrincipal, true), eq(regionLineage.isReused, false)));
  return former.length === 0 ? range : or(range, inArray(column, former.map((row) => row.code)));
}
