import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { cityPlans } from '#app/domain/city/city-plans/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 有记分卡的地方: provinces, cities and districts whose own plan was published, for everybody; each says how many there are in `all`. */
export function plansOfPlaces(ctx: Ctx): Promise<{ code: string; name: string; all: number }[]> {
  return ctx.db.select({ code: regions.code, name: nameIn(ctx), all: sql<number>`(count(*) over ())::int` }).from(cityPlans).innerJoin(regions, eq(regions.code, cityPlans.regionCode))
    .where(and(ne(cityPlans.state, 'draft'), sql`length(${cityPlans.regionCode}) <= 6`)).groupBy(regions.code).orderBy(asc(regions.code)).limit(500);
}
