import { eq } from 'drizzle-orm';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newCode } from '#app/platform/spoken-code.ts';
import type { RecommendInput } from './input.ts';
import { recommendations } from './tables.server.ts';

/** 推荐社区 (问答 7): anybody may name a community; the programme office tells its government. Gives a code to quote. */
export async function recommendCommunity(ctx: Ctx, input: RecommendInput): Promise<string> {
  await limit(ctx, `recommend:${ctx.address ?? 'unknown'}`, 5, 3600);
  return change(ctx, async (tx) => {
    const [region] = await tx.db.select().from(regions).where(eq(regions.code, input.regionCode));
    if (!region || region.isEnded || region.isSynthetic || region.isVirtual) throw new Refusal('unit-not-community', 400);
    const code = newCode();
    const [row] = await tx.db.insert(recommendations).values({ ...input, code, createdAt: tx.now }).returning({ id: recommendations.id });
    await tx.record('community.recommended', { id: row!.id, regionCode: input.regionCode }, { code });
    return code;
  });
}
