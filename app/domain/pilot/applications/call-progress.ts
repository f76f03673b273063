import { and, eq, sql } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { statuses, type Status } from './model.ts';
import { applications } from './tables.server.ts';

const most = 999;

/** 批次进度: how many applications stand at each status, counted no further than a thousand, in one question. */
export async function callCounts(ctx: Ctx, callId: string): Promise<Record<Status, number>> {
  const scope = and(eq(applications.callId, callId), within(ctx, 'application.queue', applications.regionCode));
  const counts = statuses.map((status) => {
    const some = ctx.db.select({ one: sql`1` }).from(applications).where(and(scope, eq(applications.status, status))).limit(most + 1);
    return sql`(select count(*)::int from ${some} few) as ${sql.identifier(status)}`;
  });
  const { rows } = await ctx.db.execute<Record<Status, number>>(sql`select ${sql.join(counts, sql`, `)}`);
  return rows[0]!;
}
