import { and, count, desc, eq, notExists } from 'drizzle-orm';
import { noticeEntries } from './tables.server.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 待公示的批次: calls with accepted applications that no notice names yet, and how many. */
export function callsWaiting(ctx: Ctx) {
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
