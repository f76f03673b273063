import { inArray, sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import type { DueKind } from '#app/domain/base/communities/due.ts';
import { dueLine, lyingIn, type Part } from '#app/domain/base/communities/told.ts';
import { dueOnOf } from './due-on.ts';
import { openStates } from './model.ts';
import { suggestionMatters } from './tables.server.ts';

const kinds = { received: 'suggestions-see', seen: 'suggestions-answer', adopted: 'suggestions-do' } as const satisfies Record<string, DueKind>;
const kindOf = sql`case step ${sql.join(Object.entries(kinds).map(([step, kind]) => sql`when ${step} then ${kind}`), sql` `)} end`;

/** 儿童建议的待办 of communities: how many wait to be seen, answered, done, and by which day the first of them. */
export const suggestionsDue: Part = (ctx, { codes }) => {
  const mine = codes.filter((regionCode) => may(ctx.actor, 'suggestion.handle', { regionCode }));
  if (mine.length === 0) return undefined;
  return sql`
    select ${dueLine({ regionCode: sql`region_code`, kind: kindOf, day: sql`min(due_on)`, path: sql`'children/suggestions?show=' || step`, figure: sql`count(*)` })}
    from (
      select ${suggestionMatters.regionCode}, case when ${suggestionMatters.state} = 'under-way' then 'adopted' else ${suggestionMatters.state} end as step, ${dueOnOf} as due_on
      from ${suggestionMatters} where ${lyingIn(suggestionMatters, mine)} and ${inArray(suggestionMatters.state, [...openStates])}
    ) as open group by region_code, step`;
};
