import { sql } from 'drizzle-orm';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { dueLine, lyingIn, type Part } from '#app/domain/base/communities/told.ts';
import { collectionRounds, collectionSheets } from './tables.server.ts';
import { mayFill } from './who-may.ts';

const { regionCode, state, dueOn, id, roundId } = collectionSheets;

/** 要填的数: open sheets as things these communities have to do, as far as the reader may fill them in. */
export const figuresDue: Part = (ctx, { ever }) => {
  if (!mayAnywhere(ctx.actor, 'collection.fill')) return undefined;
  return sql`
    select ${dueLine({ regionCode, kind: sql`case ${state} when 'returned' then 'figures-mend' else 'figures-fill' end`, day: sql`${dueOn}`, path: sql`'figures/' || ${id}` })}
    from ${collectionSheets} join ${collectionRounds} on ${collectionRounds.id} = ${roundId} where ${lyingIn(collectionSheets, ever)} and ${state} in ('open', 'returned') and ${mayFill(ctx)}`;
};
