import { sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { dueLine, lyingIn, type Part } from '#app/domain/base/communities/told.ts';
import { collectionSheets } from './tables.server.ts';

const { regionCode, state, dueOn, id } = collectionSheets;

/** 要填的数: open sheets as things these communities have to do. */
export const figuresDue: Part = (ctx, { codes, ever }) => {
  const mayFill = (regionCode: string) => may(ctx.actor, 'collection.fill', { regionCode });
  const mine = codes.every(mayFill) ? ever : ever.filter(mayFill);
  if (mine.length === 0) return undefined;
  return sql`
    select ${dueLine({ regionCode, kind: sql`case ${state} when 'returned' then 'figures-mend' else 'figures-fill' end`, day: sql`${dueOn}`, path: sql`'figures/' || ${id}` })}
    from ${collectionSheets} where ${lyingIn(collectionSheets, mine)} and ${state} in ('open', 'returned')`;
};
