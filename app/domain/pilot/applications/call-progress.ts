import { and, count, eq } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { statuses, type Status } from './model.ts';
import { applications } from './tables.server.ts';

export const manyApplications = 999;

/** 批次进度: how many applications stand at each status, counted no further than 999. */
export async function callCounts(ctx: Ctx, callId: string): Promise<Record<Status, number>> {
  const scope = and(eq(applications.callId, callId), within(ctx, 'application.queue', applications.regionCode));
  const counts = statuses.map(async (status) => {
    const some = ctx.db.select({ id: applications.id }).from(applications).where(and(scope, eq(applications.status, status))).limit(manyApplications + 1).as('some');
    const [row] = await ctx.db.select({ count: count() }).from(some);
    return [status, row?.count ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts)) as Record<Status, number>;
}
