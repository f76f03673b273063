import { and, eq, inArray, min, sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import type { Due } from '#app/domain/base/communities/due.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { councilMotions, councilSessions } from './tables.server.ts';

/** 议事会的待办 of communities: adopted motions without a letter, answers that are due, held sessions without minutes. */
export async function councilsDue(ctx: Ctx, codes: readonly string[]): Promise<Due[]> {
  const mine = codes.filter((regionCode) => may(ctx.actor, 'council.keep', { regionCode }));
  if (mine.length === 0) return [];
  const counties = [...new Set(mine.map(countyCode))];
  const motions = await ctx.db
    .select({ regionCode: councilMotions.regionCode, state: councilMotions.state, dueOn: min(councilMotions.answerDueOn), figure: sql<number>`count(*)::int` })
    .from(councilMotions)
    .where(and(inArray(councilMotions.countyCode, counties), inArray(councilMotions.regionCode, mine), inArray(councilMotions.state, ['adopted', 'sent'])))
    .groupBy(councilMotions.regionCode, councilMotions.state);
  const silent = await ctx.db
    .select({ regionCode: councilSessions.regionCode, figure: sql<number>`count(*)::int` })
    .from(councilSessions)
    .where(and(inArray(councilSessions.countyCode, counties), inArray(councilSessions.regionCode, mine), eq(councilSessions.state, 'held'), eq(councilSessions.childMinutes, '')))
    .groupBy(councilSessions.regionCode);
  return [
    ...motions.map(({ state, ...row }): Due => ({ ...row, kind: state === 'sent' ? 'council-answer' : 'council-send', path: 'children/council#motions' })),
    ...silent.map((row): Due => ({ ...row, kind: 'council-minutes', dueOn: null, path: 'children/council#sessions' })),
  ];
}
