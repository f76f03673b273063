import { desc, inArray, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { defaultLimit, limits } from './model.ts';
import { moderationLimits } from './tables.server.ts';

/** 审核期限 in working days that counts here: its own, else the nearest above, else the default. */
export async function limitOf(ctx: Ctx, regionCode: string): Promise<number> {
  const [row] = await ctx.db
    .select({ workdays: moderationLimits.workdays })
    .from(moderationLimits)
    .where(inArray(moderationLimits.regionCode, [regionCode, ...parentCandidates(regionCode)]))
    .orderBy(desc(sql`length(${moderationLimits.regionCode})`))
    .limit(1);
  return row?.workdays ?? defaultLimit;
}

/** 设定期限 of one's region. */
export function setLimit(ctx: Ctx, regionCode: string, workdays: number): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'moderation.limit', { regionCode });
    if (!Number.isInteger(workdays) || workdays < limits.min || workdays > limits.max) throw new Refusal('moderation-limit', 422);
    const row = { workdays, setByName: tx.actor.name, setAt: tx.now };
    await tx.db.insert(moderationLimits).values({ regionCode, ...row }).onConflictDoUpdate({ target: moderationLimits.regionCode, set: row });
    await tx.record('moderation.limit-set', { id: regionCode, regionCode }, { workdays });
  });
}
