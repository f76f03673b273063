import { eq } from 'drizzle-orm';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { unitForReviewer } from './blindness.ts';
import { assignments } from './tables.server.ts';

async function known(ctx: Ctx, assignmentId: string) {
  const [row] = await ctx.db
    .select({ expertId: assignments.expertId, state: assignments.state, dueOn: assignments.dueOn, applicationId: applications.id, number: applications.number, unit: regions.name, regionCode: applications.regionCode, status: applications.status, round: assignments.round, review: calls.review })
    .from(assignments)
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(eq(assignments.id, assignmentId));
  return row;
}

/** 告知专家: a review is waiting, or was taken back. */
export async function tellExpert(ctx: Ctx, assignmentId: string, kind: 'review-assigned' | 'review-withdrawn', cause: string): Promise<string> {
  const row = await known(ctx, assignmentId);
  if (!row) return '';
  const link = kind === 'review-assigned' ? `/desk/reviews/${assignmentId}` : '/desk/reviews';
  return String(await tell(ctx, [row.expertId], kind, { number: row.number, unit: unitForReviewer(row), day: row.dueOn ?? '' }, link, cause));
}

/** 告知退出: the review of an expert was closed, because of a tie that arose or because they review no more; the expert hears that it is over, the office that somebody else may be needed. */
export async function tellVacancy(ctx: Ctx, assignmentId: string, cause: string): Promise<string> {
  const row = await known(ctx, assignmentId);
  if (!row) return '';
  const expert = await tell(ctx, [row.expertId], 'review-closed', { number: row.number, unit: unitForReviewer(row) }, '/desk/reviews', cause);
  const office = await tell(ctx, await whoMay(ctx, 'review.assign', row.regionCode), 'review-vacant', { number: row.number, unit: row.unit }, `/desk/applications/${row.applicationId}/review`, cause);
  return String(expert + office);
}

/** 告知回避: those who assign reviews hear that somebody else is needed; the name stands on the page, not in the message. */
export async function tellConflict(ctx: Ctx, assignmentId: string, cause: string): Promise<string> {
  const row = await known(ctx, assignmentId);
  if (!row) return '';
  return String(await tell(ctx, await whoMay(ctx, 'review.assign', row.regionCode), 'review-conflict', { number: row.number, unit: row.unit }, `/desk/applications/${row.applicationId}/review`, cause));
}
