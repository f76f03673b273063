import { and, asc, eq, gt } from 'drizzle-orm';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { tellPeople } from '#app/domain/pilot/applications/tell-applicants.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { noticeEntries, notices } from './tables.server.ts';

/** 告知公示: everybody behind an application on the list hears from when to when it is shown. */
export async function tellNotice(ctx: Ctx, noticeId: string, cause: string): Promise<string> {
  const entries = (after: string, most: number) =>
    ctx.db
      .select({ id: noticeEntries.applicationId, unit: regions.name, title: notices.title, endsOn: notices.endsOn })
      .from(noticeEntries)
      .innerJoin(notices, eq(notices.id, noticeEntries.noticeId))
      .innerJoin(regions, eq(regions.code, noticeEntries.regionCode))
      .where(and(eq(noticeEntries.noticeId, noticeId), gt(noticeEntries.applicationId, after)))
      .orderBy(asc(noticeEntries.applicationId))
      .limit(most);
  let told = 0;
  for await (const batch of inBatches(entries)) {
    const news = batch.map(({ id, unit, title, endsOn }) => ({ id, params: { unit, title, day: endsOn ?? '' }, link: `/notices/${noticeId}`, cause: `${cause}:${id}` }));
    told += await tellPeople(ctx, 'notice-published', news);
  }
  return String(told);
}
