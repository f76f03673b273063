import { and, eq, inArray, isNull, lt } from 'drizzle-orm';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { moderationItems } from './tables.server.ts';

const queueOf = (regionCode: string) => `/work/${regionCode}/children/moderation`;
/** 本地的人: those of the community and its township; counties and cities hear of it when it is late. */
const near = 9;

/** 急件: of what has to be looked at at once the moderators of the place are told, without a word of it. */
export async function tellUrgent(ctx: Ctx, itemId: string, facts: Record<string, unknown>, cause: string): Promise<string> {
  if (facts.isUrgent !== true) return '';
  const [item] = await ctx.db.select({ regionCode: moderationItems.regionCode }).from(moderationItems).where(eq(moderationItems.id, itemId));
  if (!item) return '';
  const people = await whoMay(ctx, 'moderation.decide', item.regionCode, near);
  return String(await tell(ctx, people, 'moderation-urgent', {}, queueOf(item.regionCode), cause));
}

/** 逾期: what nobody has read in time is told to everybody who may, up to the programme, once for each item. */
export async function tellLate(ctx: Ctx): Promise<string> {
  const late = await ctx.db
    .select({ id: moderationItems.id, regionCode: moderationItems.regionCode, kind: moderationItems.kind, countyCode: moderationItems.countyCode })
    .from(moderationItems)
    .where(and(inArray(moderationItems.state, ['waiting', 'second']), isNull(moderationItems.toldLateAt), lt(moderationItems.dueOn, beijingDay(ctx.now))))
    .limit(500);
  const places = Map.groupBy(late, ({ regionCode }) => regionCode);
  for (const [regionCode, items] of places) {
    await change(ctx, async (tx) => {
      const cause = items[0]!.id;
      await tell(tx, await whoMay(tx, 'moderation.decide', regionCode), 'moderation-late', { many: items.length }, queueOf(regionCode), cause);
      await tx.db.update(moderationItems).set({ toldLateAt: tx.now }).where(and(eq(moderationItems.countyCode, items[0]!.countyCode), inArray(moderationItems.id, items.map(({ id }) => id))));
      await tx.record('moderation.told-late', { id: regionCode, regionCode }, { many: items.length });
    });
  }
  return late.length > 0 ? String(late.length) : '';
}
