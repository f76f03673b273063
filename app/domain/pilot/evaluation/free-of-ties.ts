import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';

/** 无须回避的人 among these, for one community: the same question that the database asks when somebody is appointed. */
export async function freeOfTies(ctx: Ctx, userIds: readonly string[], regionCode: string): Promise<{ id: string; name: string }[]> {
  if (userIds.length === 0) return [];
  const { rows } = await ctx.db.execute<{ id: string; name: string }>(sql`
    select u.id, u.name from users u where u.id = any(${sql.param([...userIds])}::text[])
      and not exists (select from visit_ties(${sql.param([...userIds])}::text[], array[${regionCode}]::text[]) t where t.expert_id = u.id)
    order by u.name, u.id`);
  return rows;
}
