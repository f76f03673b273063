import { and, asc, eq, inArray } from 'drizzle-orm';
import { allow, allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { officially } from '#app/domain/base/regions/name-in.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { noticeEntries, notices } from '#app/domain/pilot/notices/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { levelOn } from './award-levels.ts';
import { type Level, standingOf } from './model.ts';
import { certificates } from './tables.server.ts';

/** 公示 as a ground for certificates, with its call. */
export async function noticeFor(ctx: Ctx, noticeId: string) {
  const [row] = isId(noticeId)
    ? await ctx.db
        .select({ id: notices.id, title: notices.title, state: notices.state, finalAt: notices.finalAt, regionCode: calls.regionCode, callTitle: calls.title, callTitleEn: calls.titleEn })
        .from(notices)
        .innerJoin(calls, eq(calls.id, notices.callId))
        .where(eq(notices.id, noticeId))
    : [];
  if (!row) throw new Refusal('notice-not-found', 404);
  return row;
}

async function entriesOf(ctx: Ctx, noticeId: string, applicationId?: string) {
  const rows = await ctx.db
    .select({
      applicationId: noticeEntries.applicationId, regionCode: noticeEntries.regionCode, state: noticeEntries.state, number: applications.number, applicantCode: applications.applicantCode,
    })
    .from(noticeEntries)
    .innerJoin(applications, eq(applications.id, noticeEntries.applicationId))
    .where(and(eq(noticeEntries.noticeId, noticeId), applicationId ? eq(noticeEntries.applicationId, applicationId) : undefined))
    .orderBy(asc(noticeEntries.position))
    .limit(2000);
  const paths = await regionPaths(officially(ctx), rows.flatMap((row) => [row.regionCode, row.applicantCode]));
  const names = (code: string) => (paths.get(code) ?? []).map(({ name }) => name);
  return rows.map((row) => ({ ...row, unit: names(row.regionCode).at(-1) ?? row.regionCode, place: names(row.regionCode).slice(0, -1), applicant: names(row.applicantCode).at(-1) ?? '' }));
}
export type Entry = Awaited<ReturnType<typeof entriesOf>>[number];

/** One entry of a notice with the names of its places. */
export async function entryOf(ctx: Ctx, noticeId: string, applicationId: string): Promise<Entry | undefined> {
  return isId(applicationId) ? (await entriesOf(ctx, noticeId, applicationId))[0] : undefined;
}

/** 可签发的公示: the final ones, newest first. */
export function finalNotices(ctx: Ctx) {
  allowAnywhere(ctx, 'certificate.issue');
  return ctx.db
    .select({ id: notices.id, title: notices.title })
    .from(notices)
    .innerJoin(calls, eq(calls.id, notices.callId))
    .where(and(eq(notices.state, 'final'), within(ctx, 'certificate.issue', calls.regionCode)))
    .orderBy(asc(notices.finalAt))
    .limit(100);
}

/** 签发预览: of every entry what issuing would do, or why it cannot be. */
export async function previewIssue(ctx: Ctx, noticeId: string, level: Level) {
  const notice = await noticeFor(ctx, noticeId);
  allow(ctx, 'certificate.issue', notice);
  const today = beijingDay(ctx.now);
  const setting = await levelOn(ctx, level, today);
  const entries = await entriesOf(ctx, noticeId);
  const held = await ctx.db
    .select({ applicationId: certificates.applicationId, regionCode: certificates.regionCode, level: certificates.level, number: certificates.number, state: certificates.state, validUntil: certificates.validUntil })
    .from(certificates)
    .where(inArray(certificates.regionCode, ['', ...entries.map(({ regionCode }) => regionCode)]));
  const rows = entries.map((entry) => {
    const own = held.find((one) => one.applicationId === entry.applicationId && one.level === level);
    const lower = held.find((one) => one.regionCode === entry.regionCode && one.level === setting.requires && standingOf(one, today) === 'valid');
    const refusal = notice.state !== 'final' ? 'notice-not-final' : entry.state !== 'standing' ? 'certificate-entry-removed' : own ? 'certificate-exists' : setting.requires && !lower ? 'certificate-lower-missing' : null;
    return { ...entry, refusal, has: own?.number ?? null, replaces: refusal ? null : (lower?.number ?? null) };
  });
  return { notice, setting, rows };
}
