import { and, eq, inArray, lte } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import type { Due } from '#app/domain/base/communities/due.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { surveyRounds } from './tables.server.ts';

/** 调查的待办: open rounds of communities, by their last day, with how many are invited. */
export async function surveysDue(ctx: Ctx, codes: readonly string[]): Promise<Due[]> {
  const mine = codes.filter((regionCode) => may(ctx.actor, 'survey.edit', { regionCode }));
  if (mine.length === 0) return [];
  const rows = await ctx.db
    .select({ regionCode: surveyRounds.regionCode, id: surveyRounds.id, dueOn: surveyRounds.closesOn, figure: surveyRounds.title })
    .from(surveyRounds)
    .where(and(inArray(surveyRounds.countyCode, [...new Set(mine.map(countyCode))]), inArray(surveyRounds.regionCode, mine), eq(surveyRounds.state, 'open'), lte(surveyRounds.opensOn, beijingDay(ctx.now))))
    .limit(200);
  return rows.map(({ id, ...row }): Due => ({ ...row, kind: 'survey-round', path: `children/surveys/rounds/${id}` }));
}
