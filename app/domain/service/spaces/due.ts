import { and, count, eq, inArray, lte, min } from 'drizzle-orm';
import type { Due } from '#app/domain/base/communities/due.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { spaces } from './tables.server.ts';

/** 提前几天 an inspection stands among what is due. */
const ahead = 3;

/** 该巡检的空间 of these communities. */
export async function spacesDue(ctx: Ctx, codes: readonly string[]): Promise<Due[]> {
  const rows = await ctx.db
    .select({ regionCode: spaces.regionCode, first: min(spaces.inspectNextOn), many: count() })
    .from(spaces)
    .where(and(inArray(spaces.regionCode, [...codes]), eq(spaces.state, 'open'), lte(spaces.inspectNextOn, addDays(beijingDay(ctx.now), ahead))))
    .groupBy(spaces.regionCode);
  return rows.map(({ regionCode, first, many }) => ({ regionCode, kind: 'spaces-inspect', dueOn: first, path: 'children/spaces?due=yes', figure: many }));
}
