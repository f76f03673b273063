import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';

/** 儿童账号数 of a region and below: a figure, never who. */
export async function countChildren(ctx: Ctx, regionCode: string): Promise<number> {
  const { rows } = await ctx.db.execute<{ count: number }>(sql`select count_children(${regionCode}) as count`);
  return Number(rows[0]?.count ?? 0);
}
