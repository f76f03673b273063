import { and, eq, ne, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { nameHas, nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { placeAbove } from '#app/domain/base/regions/then.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { constructionPlans } from './tables.server.ts';

export type PlanFilter = Cursor & { late?: boolean | undefined; region?: string | undefined; q?: string | undefined };

/** 各社区的计划 for the office, newest first: how far each is, what is late in it, which findings are open. */
export async function listPlans(ctx: Ctx, { late, region, q, ...asked }: PlanFilter = {}, size = 50) {
  allowAnywhere(ctx, 'advice.arrange');
  const cursor = cursorOf(asked);
  const page = keyset(constructionPlans.id, cursor, size);
  const today = beijingDay(ctx.now);
  const mine = sql`from plan_tasks t where t.county_code = ${constructionPlans.countyCode} and t.plan_id = ${constructionPlans.id}`;
  const overdue = sql`${mine} and t.state in ('planned', 'under-way') and t.due_on < ${today}`;
  const rows = await ctx.db
    .select({
      id: constructionPlans.id, regionCode: constructionPlans.regionCode, regionName: nameIn(ctx), place: placeAbove(ctx, constructionPlans.regionCode), state: constructionPlans.state,
      version: constructionPlans.version, isChanged: constructionPlans.isChanged, endsOn: constructionPlans.endsOn,
      total: sql<number>`(select count(*)::int ${mine} and t.state <> 'dropped')`, done: sql<number>`(select count(*)::int ${mine} and t.state = 'done')`,
      late: sql<number>`(select count(*)::int ${overdue})`,
      findings: sql<number>`(select count(*)::int from consulting_findings f where f.county_code = ${constructionPlans.countyCode} and f.region_code = ${constructionPlans.regionCode} and f.state <> 'closed')`,
    })
    .from(constructionPlans)
    .innerJoin(regions, eq(regions.code, constructionPlans.regionCode))
    .where(and(ne(constructionPlans.state, 'closed'), within(ctx, 'advice.arrange', constructionPlans.regionCode), await insideToday(ctx, constructionPlans.regionCode, region),
      q ? nameHas(ctx, anywhere(q)) : undefined, late ? sql`exists (select 1 ${overdue})` : undefined, page.where))
    .orderBy(page.order)
    .limit(page.limit);
  return pageOf(rows, cursor, (row) => row.id, size);
}
