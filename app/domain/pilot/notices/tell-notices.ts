import { eq } from 'drizzle-orm';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { peopleOf } from '#app/domain/pilot/applications/tell-applicants.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { noticeEntries, notices, objections } from './tables.server.ts';

/** 告知公示: everybody behind an application on the list hears from when to when it is shown. */
export async function tellNotice(ctx: Ctx, noticeId: string, cause: string): Promise<string> {
  const entries = await ctx.db
    .select({ applicationId: noticeEntries.applicationId, unit: regions.name, title: notices.title, endsOn: notices.endsOn })
    .from(noticeEntries)
    .innerJoin(notices, eq(notices.id, noticeEntries.noticeId))
    .innerJoin(regions, eq(regions.code, noticeEntries.regionCode))
    .where(eq(noticeEntries.noticeId, noticeId));
  let told = 0;
  for (const { applicationId, unit, title, endsOn } of entries) {
    const people = await peopleOf(ctx, applicationId);
    told += await tell(ctx, people, 'notice-published', { unit, title, day: endsOn ?? '' }, `/notices/${noticeId}`, `${cause}:${applicationId}`);
  }
  return String(told);
}

/** 告知异议: those who answer objections in the call's region hear of a new one and its limit. */
export async function tellObjection(ctx: Ctx, objectionId: string, cause: string): Promise<string> {
  const [row] = await ctx.db
    .select({ title: notices.title, day: objections.answerDueOn, regionCode: calls.regionCode })
    .from(objections)
    .innerJoin(notices, eq(notices.id, objections.noticeId))
    .innerJoin(calls, eq(calls.id, notices.callId))
    .where(eq(objections.id, objectionId));
  if (!row) return '';
  const people = await whoMay(ctx, 'objection.answer', row.regionCode);
  return String(await tell(ctx, people, 'objection-received', { title: row.title, day: row.day }, `/desk/objections/${objectionId}`, cause));
}
