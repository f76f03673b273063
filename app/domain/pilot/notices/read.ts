import { and, asc, eq, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { holdsOf } from './holds.ts';
import { phaseOf } from './model.ts';
import { noticeEntries, notices } from './tables.server.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { listDays } from '#app/domain/base/calendar/read.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** A draft is for those who edit notices; what is published is everybody's. */
function visible(ctx: Ctx): SQL {
  return or(ne(notices.state, 'draft'), within(ctx, 'notice.edit', calls.regionCode))!;
}

export type NoticeFilter = Cursor & { callId?: string | undefined; isPublic?: boolean; isEnded?: boolean };

/** 公示列表: newest first, by keyset. */
export async function listNotices(ctx: Ctx, filter: NoticeFilter = {}, size = 30) {
  const entries = sql<number>`(select count(*)::int from ${noticeEntries} where ${noticeEntries.noticeId} = ${notices.id})`;
  const cursor = cursorOf(filter);
  const page = keyset(notices.id, cursor, size);
  const today = beijingDay(ctx.now);
  const rows = await ctx.db
    .select({
      id: notices.id, title: notices.title, state: notices.state, startsOn: notices.startsOn, endsOn: notices.endsOn,
      publishedAt: notices.publishedAt, finalAt: notices.finalAt, callId: notices.callId, callTitle: calls.title, entries,
    })
    .from(notices)
    .innerJoin(calls, eq(calls.id, notices.callId))
    .where(and(
      filter.isPublic ? ne(notices.state, 'draft') : visible(ctx),
      filter.isEnded ? and(eq(notices.state, 'published'), lt(notices.endsOn, today)) : undefined,
      filter.callId && isId(filter.callId) ? eq(notices.callId, filter.callId) : undefined,
      page.where,
    ))
    .orderBy(page.order)
    .limit(page.limit);
  return pageOf(rows.map((row) => ({ ...row, phase: phaseOf(row, today) })), cursor, (row) => row.id, size);
}

/** 公示: with its list, its days and how many objections came; who objected stays with the office. */
export async function getNotice(ctx: Ctx, id: string) {
  const [row] = isId(id)
    ? await ctx.db
        .select({ notice: notices, holds: holdsOf(notices.id), callTitle: calls.title, callTitleEn: calls.titleEn, regionCode: calls.regionCode, settings: calls.notice })
        .from(notices)
        .innerJoin(calls, eq(calls.id, notices.callId))
        .where(and(eq(notices.id, id), visible(ctx)))
    : [];
  if (!row) throw new Refusal('notice-not-found', 404);
  const { notice } = row;
  const days = notice.startsOn && notice.endsOn ? await listDays(ctx, notice.startsOn, notice.endsOn) : [];
  const today = beijingDay(ctx.now);
  return {
    ...notice,
    callTitle: row.callTitle,
    callTitleEn: row.callTitleEn,
    regionCode: row.regionCode,
    settings: row.settings,
    phase: phaseOf(notice, today),
    today,
    days: days.map(({ day, isWorkday, name }) => ({ day, isWorkday, name })),
    entries: await entriesOf(ctx, id),
    objections: row.holds,
  };
}

async function entriesOf(ctx: Ctx, noticeId: string) {
  const rows = await ctx.db
    .select({
      applicationId: noticeEntries.applicationId, regionCode: noticeEntries.regionCode, name: nameThenAndNow(ctx, applications.regionCode, applications.createdAt), state: noticeEntries.state,
      removedReason: noticeEntries.removedReason, correction: noticeEntries.correction, movedUpOn: noticeEntries.movedUpOn, number: applications.number, applicantCode: applications.applicantCode,
    })
    .from(noticeEntries)
    .innerJoin(regions, eq(regions.code, noticeEntries.regionCode))
    .innerJoin(applications, eq(applications.id, noticeEntries.applicationId))
    .where(eq(noticeEntries.noticeId, noticeId))
    .orderBy(asc(noticeEntries.position))
    .limit(2000);
  const paths = await regionPaths(ctx, rows.flatMap((row) => [row.regionCode, row.applicantCode]));
  return rows.map((row) => ({
    ...row,
    path: (paths.get(row.regionCode) ?? []).slice(0, -1).map((step) => step.name),
    applicant: (paths.get(row.applicantCode) ?? []).at(-1)?.name ?? '',
  }));
}
