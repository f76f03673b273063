import { sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { dueLine, lyingIn, type Part } from '#app/domain/base/communities/told.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { surveyRounds } from './tables.server.ts';

/** 调查的待办: open rounds of communities, by their last day, with what they are called. */
export const surveysDue: Part = (ctx, { codes }) => {
  const mine = codes.filter((regionCode) => may(ctx.actor, 'survey.edit', { regionCode }));
  if (mine.length === 0) return undefined;
  return sql`
    select ${dueLine({ regionCode: surveyRounds.regionCode, kind: 'survey-round', day: sql`${surveyRounds.closesOn}`, path: sql`'children/surveys/rounds/' || ${surveyRounds.id}`, figure: sql`${surveyRounds.title}` })}
    from ${surveyRounds} where ${lyingIn(surveyRounds, mine)} and ${surveyRounds.state} = 'open' and ${surveyRounds.opensOn} <= ${beijingDay(ctx.now)}`;
};
