import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { RecusalReason } from './model.ts';

/** 应当回避的人: everybody involved in what an objection is about, with why; the database's own answer, by which it also refuses. */
export async function recusedFrom(ctx: Ctx, objectionId: string): Promise<{ userId: string; name: string; reason: RecusalReason }[]> {
  const { rows } = await ctx.db.execute<{ userId: string; name: string; reason: RecusalReason }>(sql`
    select r.user_id as "userId", u.name, min(r.reason) as reason from objection_recused(${objectionId}) r join users u on u.id = r.user_id
    group by 1, 2 order by 2`);
  return rows;
}

/** 本人是否应当回避. */
export async function isRecused(ctx: Ctx, objectionId: string): Promise<boolean> {
  if (ctx.actor.id === '') return false;
  const { rows } = await ctx.db.execute(sql`select from objection_recused(${objectionId}) where user_id = ${ctx.actor.id} limit 1`);
  return rows.length > 0;
}

/** 须回避: whoever is involved neither handles, opens nor decides. */
export async function keepOut(ctx: Ctx, objectionId: string): Promise<void> {
  if (await isRecused(ctx, objectionId)) throw new Refusal('recused', 403);
}
