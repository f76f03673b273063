import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { together } from '#app/platform/together.ts';
import { assignments } from './tables.server.ts';

const most = 100;

/** 等我评审: when each of my reviews in this state is due, the earliest first. */
export function myReviewsDue(ctx: Ctx, state: 'assigned' | 'accepted'): Promise<(string | null)[]> {
  const mine = and(eq(assignments.expertId, ctx.actor.id), eq(assignments.state, state));
  return together(ctx, ctx.db.select({ day: assignments.dueOn }).from(assignments).where(mine).orderBy(asc(assignments.dueOn)).limit(most));
}

/** 待决定: in review, enough reviews are in and none is on its way. */
export async function countReadyToDecide(ctx: Ctx): Promise<number> {
  const unfinished = ctx.db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(eq(assignments.applicationId, applications.id), inArray(assignments.state, ['assigned', 'accepted'])));
  const submitted = sql`(select count(*) from ${assignments} where ${assignments.applicationId} = ${applications.id} and ${assignments.state} = 'submitted' and ${assignments.setAsideAt} is null)`;
  const rows = await together(ctx, ctx.db
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(and(
      eq(applications.status, 'in-review'),
      within(ctx, 'review.decide', applications.regionCode),
      notExists(unfinished),
      sql`${submitted} >= (${calls.review} ->> 'reviewsPerApplication')::int`,
    ))
    .limit(most));
  return rows.length;
}
