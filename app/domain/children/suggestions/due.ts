import { and, inArray, min, sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import type { Due, DueKind } from '#app/domain/base/communities/due.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { dueOnOf } from './due-on.ts';
import { openStates } from './model.ts';
import { suggestionMatters } from './tables.server.ts';

const kinds: Record<(typeof openStates)[number], DueKind> = { received: 'suggestions-see', seen: 'suggestions-answer', adopted: 'suggestions-do', 'under-way': 'suggestions-do' };

/** 儿童建议的待办 of communities: how many wait to be seen, answered, done, and by which day the first of them. */
export async function suggestionsDue(ctx: Ctx, codes: readonly string[]): Promise<Due[]> {
  const mine = codes.filter((regionCode) => may(ctx.actor, 'suggestion.handle', { regionCode }));
  if (mine.length === 0) return [];
  const step = sql<'received' | 'seen' | 'adopted'>`case when ${suggestionMatters.state} = 'under-way' then 'adopted' else ${suggestionMatters.state} end`;
  const rows = await ctx.db
    .select({ regionCode: suggestionMatters.regionCode, step, dueOn: min(dueOnOf), figure: sql<number>`count(*)::int` })
    .from(suggestionMatters)
    .where(and(inArray(suggestionMatters.countyCode, [...new Set(mine.map(countyCode))]), inArray(suggestionMatters.regionCode, mine), inArray(suggestionMatters.state, [...openStates])))
    .groupBy(suggestionMatters.regionCode, sql`2`);
  return rows.map(({ regionCode, step: at, dueOn, figure }): Due => ({ regionCode, kind: kinds[at], dueOn, figure, path: `children/suggestions?show=${at}` }));
}
