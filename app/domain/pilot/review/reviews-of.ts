import { and, desc, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { assignments } from './tables.server.ts';

/** 一位专家的评审: what they were asked to review and how far it went, never a mark; the newest hundred of the office's regions. */
export async function listReviewsOf(ctx: Ctx, expert: { id: string; regionCode: string }) {
  allow(ctx, 'expert.register', expert);
  return ctx.db
    .select({
      id: assignments.id, applicationId: applications.id, number: applications.number, unitName: nameThenAndNow(ctx, applications.regionCode, applications.createdAt),
      callTitle: calls.title, callTitleEn: calls.titleEn, round: assignments.round, state: assignments.state, dueOn: assignments.dueOn,
      assignedAt: assignments.assignedAt, submittedAt: assignments.submittedAt, setAsideAt: assignments.setAsideAt,
    })
    .from(assignments)
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(and(eq(assignments.expertId, expert.id), within(ctx, 'review.assign', applications.regionCode)))
    .orderBy(desc(assignments.id))
    .limit(100);
}
