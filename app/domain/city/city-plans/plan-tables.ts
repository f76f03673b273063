import { and, desc, eq, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { cityPlanTables } from './tables.server.ts';

export type PlanTable = typeof cityPlanTables.$inferSelect;

/** 我的计划表: one's own only, newest first; each says how many there are in `all`. */
export function listPlanTables(ctx: Ctx) {
  allowAnywhere(ctx, 'city-plan.edit');
  const t = cityPlanTables;
  return ctx.db.select({ id: t.id, fileName: t.fileName, regionCode: t.regionCode, state: t.state, planId: t.planId, createdAt: t.createdAt, all: sql<number>`(count(*) over ())::int` }).from(t).where(eq(t.ownerId, ctx.actor.id)).orderBy(desc(t.id)).limit(20);
}

/** One of one's own; anybody else's does not exist. */
export async function getPlanTable(ctx: Ctx, id: string): Promise<PlanTable> {
  allowAnywhere(ctx, 'city-plan.edit');
  const [row] = isId(id) ? await ctx.db.select().from(cityPlanTables).where(and(eq(cityPlanTables.id, id), eq(cityPlanTables.ownerId, ctx.actor.id))) : [];
  if (!row) throw new Refusal('plan-table-not-found', 404);
  return row;
}
