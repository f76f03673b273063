import { and, desc, eq, gte } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Level } from './model.ts';
import { certificates } from './tables.server.ts';

/** 在有效期内的证书 of a community at one level: what a higher one builds on. */
export async function standingCertificate(ctx: Ctx, regionCode: string, level: Level, today: string) {
  const [row] = await ctx.db
    .select()
    .from(certificates)
    .where(and(eq(certificates.regionCode, regionCode), eq(certificates.level, level), eq(certificates.state, 'valid'), gte(certificates.validUntil, today)))
    .orderBy(desc(certificates.id))
    .limit(1);
  return row;
}
