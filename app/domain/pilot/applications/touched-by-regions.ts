import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';

/** 区划变更触及的业务: what a preview tells beside people and organisations; counts only. */
export async function touchedWork(ctx: Ctx, codes: readonly string[]): Promise<{ open: number; settled: number; pilots: number; calls: number }> {
  const held = sql.param([...codes]);
  const { rows } = await ctx.db.execute<{ open: number; settled: number; pilots: number; calls: number }>(sql`
    select (select count(*)::int from applications where region_code = any(${held}::text[]) and status not in ('accepted', 'declined')) as open,
           (select count(*)::int from applications where region_code = any(${held}::text[]) and status in ('accepted', 'declined')) as settled,
           (select count(*)::int from pilots where region_code = any(${held}::text[])) as pilots,
           (select count(*)::int from calls where region_code = any(${held}::text[]) and state <> 'closed') as calls`);
  return rows[0]!;
}
