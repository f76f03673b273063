import { and, asc, eq, gt, inArray, lt } from 'drizzle-orm';
import { tellEach } from '#app/domain/base/inbox/tell.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { unitForReviewer } from './blindness.ts';
import { assignments } from './tables.server.ts';

/** 评审逾期提醒: an expert whose review was due and is not handed in hears it once; a new day given later is a new reminder. */
export async function remindExperts(ctx: Ctx): Promise<string> {
  const late = and(
    eq(applications.status, 'in-review'),
    inArray(assignments.state, ['assigned', 'accepted']),
    lt(assignments.dueOn, beijingDay(ctx.now)),
  );
  const reviews = (after: string, most: number) =>
    ctx.db
      .select({ id: assignments.id, expertId: assignments.expertId, day: assignments.dueOn, number: applications.number, unit: regions.name, status: applications.status, round: assignments.round, review: calls.review })
      .from(assignments)
      .innerJoin(applications, eq(applications.id, assignments.applicationId))
      .innerJoin(regions, eq(regions.code, applications.regionCode))
      .innerJoin(calls, eq(calls.id, applications.callId))
      .where(and(late, gt(assignments.id, after)))
      .orderBy(asc(assignments.id))
      .limit(most);
  let told = 0;
  for await (const batch of inBatches(reviews)) {
    told += await tellEach(ctx, 'review-late', batch.map(({ id, expertId, day, number, ...row }) => ({
      userId: expertId, params: { unit: unitForReviewer({ number, ...row }), number, day: day ?? '' }, link: `/desk/reviews/${id}`, cause: `review-late-${id}-${day}`,
    })));
  }
  return String(told);
}
