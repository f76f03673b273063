import { and, count, gte, like, lt, ne } from 'drizzle-orm';
import { startOfBeijingDay } from '#app/platform/dates.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { solicitations, solicitationWorks } from './tables.server.ts';

/** 征集数: solicitations published and works received in a year, in a region and below. */
export async function solicitationCounts(ctx: Ctx, regionCode: string, year: number): Promise<{ published: number; works: number }> {
  const [from, to] = [startOfBeijingDay(`${year}-01-01`), startOfBeijingDay(`${year + 1}-01-01`)];
  const [[published], [works]] = [
    await ctx.db.select({ many: count() }).from(solicitations).where(and(like(solicitations.regionCode, `${regionCode}%`), ne(solicitations.state, 'draft'), gte(solicitations.opensOn, `${year}-01-01`), lt(solicitations.opensOn, `${year + 1}-01-01`))),
    await ctx.db.select({ many: count() }).from(solicitationWorks).where(and(like(solicitationWorks.regionCode, `${regionCode}%`), gte(solicitationWorks.handedInAt, from), lt(solicitationWorks.handedInAt, to))),
  ];
  return { published: published!.many, works: works!.many };
}
