import { desc, eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { rankings } from './tables.server.ts';

/** 存档名次: the rank of each application in the ranking that was kept last; for callers that have asked whether the person may see it. */
export async function keptRanks(ctx: Ctx, callId: string): Promise<Map<string, number>> {
  const [kept] = await ctx.db.select({ ranked: rankings.ranked }).from(rankings).where(eq(rankings.callId, callId)).orderBy(desc(rankings.id)).limit(1);
  return new Map((kept?.ranked ?? []).flatMap(({ id, rank }) => (rank === null ? [] : [[id, rank] as const])));
}
