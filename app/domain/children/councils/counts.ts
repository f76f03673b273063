import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';

export type CouncilCounts = { councils: number; sessions: number; motions: number; adopted: number; answered: number; inTime: number };

/** 议事会统计 of a region and what lies below it, since a day: counts of councils and motions, never of children. */
export async function countCouncils(ctx: Ctx, regionCode: string, since: string): Promise<CouncilCounts> {
  const below = regionCode === '*' ? '%' : `${regionCode}%`;
  const { rows } = await ctx.db.execute<CouncilCounts>(sql`
    select
      (select count(*)::int from councils where region_code like ${below} and not is_closed) as councils,
      (select count(*)::int from council_sessions where region_code like ${below} and state = 'held' and held_at >= ${since}::date) as sessions,
      count(*)::int as motions,
      (count(*) filter (where state not in ('put', 'seconded', 'tabled', 'rejected', 'withdrawn')))::int as adopted,
      (count(*) filter (where answered_at is not null))::int as answered,
      (count(*) filter (where answered_at is not null and (answered_at at time zone 'Asia/Shanghai')::date <= answer_due_on))::int as "inTime"
    from council_motions where region_code like ${below} and put_at >= ${since}::date`);
  return rows[0]!;
}
