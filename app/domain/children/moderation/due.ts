import { count, min, sql } from 'drizzle-orm';
import { dueLine, lyingIn, type Part } from '#app/domain/base/communities/told.ts';
import { moderationItems } from './tables.server.ts';

/** 待办: how many items wait in each of these communities, by the nearest day. */
export const moderationDue: Part = (_ctx, { codes }) => sql`
  select ${dueLine({ regionCode: moderationItems.regionCode, kind: 'moderation-wait', day: min(moderationItems.dueOn), path: 'children/moderation', figure: count() })}
  from ${moderationItems} where ${lyingIn(moderationItems, codes)} and ${moderationItems.state} in ('waiting', 'second') group by ${moderationItems.regionCode}`;
