import { sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { dueLine, lyingIn, type Part } from '#app/domain/base/communities/told.ts';
import { councilMotions, councilSessions } from './tables.server.ts';

/** 议事会的待办 of communities: adopted motions without a letter, answers that are due, held sessions without minutes for children. */
export const councilsDue: Part = (ctx, { codes }) => {
  const mine = codes.filter((regionCode) => may(ctx.actor, 'council.keep', { regionCode }));
  if (mine.length === 0) return undefined;
  const { regionCode, state, answerDueOn } = councilMotions;
  return sql`
    select ${dueLine({ regionCode, kind: sql`case ${state} when 'sent' then 'council-answer' else 'council-send' end`, day: sql`min(${answerDueOn})`, path: 'children/council#motions', figure: sql`count(*)` })}
    from ${councilMotions} where ${lyingIn(councilMotions, mine)} and ${state} in ('adopted', 'sent') group by ${regionCode}, ${state}
    union all
    select ${dueLine({ regionCode: councilSessions.regionCode, kind: 'council-minutes', day: null, path: 'children/council#sessions', figure: sql`count(*)` })}
    from ${councilSessions} where ${lyingIn(councilSessions, mine)} and ${councilSessions.state} = 'held' and ${councilSessions.childMinutes} = '' group by ${councilSessions.regionCode}`;
};
