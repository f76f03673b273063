import { and, count, desc, eq, lt, notExists } from 'drizzle-orm';
import { together } from '#app/platform/together.ts';
import { noticeEntries, notices } from './tables.server.ts';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';

/** 待公示的批次, for those who edit notices: calls with accepted applications that no notice names yet, and how many. */
export async function callsWaiting(ctx: Ctx) {
  allowAnywhere(ctx, 'notice.edit');
  const named = ctx.db.select({ id: noticeEntries.applicationId }).from(noticeEntries).where(eq(noticeEntries.applicationId, applications.id));
  return ctx.db
    .select({ id: calls.id, title: calls.title, waiting: count() })
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(and(eq(applications.status, 'accepted'), within(ctx, 'notice.edit', calls.regionCode), notExists(named)))
    .groupBy(calls.id, calls.title)
    .orderBy(desc(calls.id))
    .limit(100);
}

/** 公示期满待办结: the last day is over and the list is not final, counted no further than a hundred. */
export async function countEnded(ctx: Ctx): Promise<number> {
  const rows = await together(ctx, ctx.db
    .select({ id: notices.id })
    .from(notices)
    .innerJoin(calls, eq(calls.id, notices.callId))
    .where(and(eq(notices.state, 'published'), lt(notices.endsOn, beijingDay(ctx.now)), within(ctx, 'notice.publish', calls.regionCode)))
    .limit(100));
  return rows.length;
}
