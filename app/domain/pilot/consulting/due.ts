import { count, min, sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { beijingDayOf, dueLine, lyingIn, momentLine, type Part } from '#app/domain/base/communities/told.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { consultingFindings, consultingSessions, constructionPlans, planTasks, planVersions } from './tables.server.ts';

/** Days ahead within which a task is something to do next. */
const ahead = 14;

/** 建设计划的待办 of communities: tasks that are due soon or late, findings not answered, a plan that waits for its signature. */
export const planDue: Part = (ctx, { codes }) => {
  const mine = codes.filter((regionCode) => may(ctx.actor, 'plan.edit', { regionCode }));
  if (mine.length === 0) return undefined;
  const signers = mine.filter((regionCode) => may(ctx.actor, 'plan.adopt', { regionCode }));
  const inForce = sql`exists (select from construction_plans p where p.county_code = ${planTasks.countyCode} and p.id = ${planTasks.planId} and p.state = 'in-force')`;
  return sql`
    select ${dueLine({ regionCode: planTasks.regionCode, kind: 'plan-tasks', day: min(planTasks.dueOn), path: 'plan', figure: count() })}
    from ${planTasks} where ${lyingIn(planTasks, mine)} and ${planTasks.state} in ('planned', 'under-way') and ${planTasks.dueOn} <= ${addDays(beijingDay(ctx.now), ahead)} and ${inForce} group by ${planTasks.regionCode}
    union all
    select ${dueLine({ regionCode: consultingFindings.regionCode, kind: 'plan-findings', day: min(consultingFindings.dueOn), path: 'plan/advice', figure: count() })}
    from ${consultingFindings} where ${lyingIn(consultingFindings, mine)} and ${consultingFindings.state} = 'open' group by ${consultingFindings.regionCode}
    union all
    select ${dueLine({ regionCode: constructionPlans.regionCode, kind: 'plan-sign', day: null, path: 'plan' })}
    from ${constructionPlans} where ${lyingIn(constructionPlans, signers)} and ${constructionPlans.state} in ('draft', 'in-force') and ${constructionPlans.isChanged}`;
};

/** 计划和咨询的大事 of one community. */
export const planMoments: Part = (_ctx, { codes }) => sql`
  select ${momentLine({ kind: 'plan-adopted', day: beijingDayOf(planVersions.adoptedAt), path: 'plan', figure: sql`${planVersions.version}` })}
  from ${planVersions} join ${constructionPlans} on ${constructionPlans.countyCode} = ${planVersions.countyCode} and ${constructionPlans.id} = ${planVersions.planId}
  where ${lyingIn(constructionPlans, codes)}
  union all
  select ${momentLine({ kind: 'advice-held', day: beijingDayOf(consultingSessions.startsAt), path: 'plan/advice', figure: sql`${consultingSessions.topic}` })}
  from ${consultingSessions} where ${lyingIn(consultingSessions, codes)} and ${consultingSessions.state} = 'held' and ${consultingSessions.startsAt} is not null`;
