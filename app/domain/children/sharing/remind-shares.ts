import { and, isNull, lt } from 'drizzle-orm';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { shares } from './tables.server.ts';

/** 到期提醒: of a share whose day has passed whoever records them there is told once to confirm what became of it. */
export async function remindShares(ctx: Ctx): Promise<string> {
  const over = await ctx.db
    .select({ id: shares.id, regionCode: shares.regionCode, receiver: shares.receiver, expiresOn: shares.expiresOn })
    .from(shares).where(and(isNull(shares.settledAt), lt(shares.expiresOn, beijingDay(ctx.now)))).limit(500);
  let told = 0;
  for (const { id, regionCode, receiver, expiresOn } of over) {
    told += await tell(ctx, await whoMay(ctx, 'sharing.record', regionCode, 4), 'share-over', { unit: receiver, day: expiresOn }, `/desk/privacy/shares/${id}`, `over:${id}`);
  }
  return told > 0 ? String(told) : '';
}
