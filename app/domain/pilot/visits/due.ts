import { sql } from 'drizzle-orm';
import { amongCodes, beijingDayOf, dueLine, momentLine, type Part } from '#app/domain/base/communities/told.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { visible } from './for-community.ts';
import { visits } from './tables.server.ts';

/** 到访的待办: announced visits that are to come, and records that wait for the signature of the community. */
export const visitsDue: Part = (ctx, { ever }) => {
  const { regionCode, state, fromOn, id } = visits;
  return sql`
    select ${dueLine({ regionCode, kind: sql`case ${state} when 'synced' then 'visit-sign' else 'visit-comes' end`, day: sql`case ${state} when 'planned' then ${fromOn} end`, path: sql`'visits/' || ${id}` })}
    from ${visits} where ${amongCodes(regionCode, ever)} and ${visible} and (${state} = 'synced' or ${state} = 'planned' and ${fromOn} >= ${beijingDay(ctx.now)})`;
};

/** 到访 as lines of the timeline. */
export const visitMoments: Part = (_ctx, { ever }) => sql`
  select ${momentLine({ kind: 'visited', day: beijingDayOf(visits.begunAt), path: sql`'visits/' || ${visits.id}` })}
  from ${visits} where ${amongCodes(visits.regionCode, ever)} and ${visits.state} <> 'called-off' and ${visits.begunAt} is not null`;
