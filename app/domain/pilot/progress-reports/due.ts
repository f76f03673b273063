import { sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { beijingDayOf, dueLine, lyingIn, momentLine, type Part } from '#app/domain/base/communities/told.ts';
import { progressReports } from './tables.server.ts';

const { regionCode, state, dueOn, checkedAt, id } = progressReports;

/** 要报告的: open reports as things these communities have to do. */
export const progressReportsDue: Part = (ctx, { ever }) => {
  const mine = ever.filter((code) => may(ctx.actor, 'report.fill', { regionCode: code }));
  if (mine.length === 0) return undefined;
  return sql`
    select ${dueLine({ regionCode, kind: sql`case ${state} when 'returned' then 'report-mend' else 'report-fill' end`, day: sql`${dueOn}`, path: sql`'reports/' || ${id}` })}
    from ${progressReports} where ${lyingIn(progressReports, mine)} and ${state} in ('open', 'returned')`;
};

/** 认定的报告 as lines of the timeline. */
export const reportMoments: Part = (_ctx, { ever }) => sql`
  select ${momentLine({ kind: 'report-accepted', day: beijingDayOf(checkedAt), path: sql`'reports/' || ${id}` })}
  from ${progressReports} where ${lyingIn(progressReports, ever)} and ${state} = 'accepted' and ${checkedAt} is not null`;
