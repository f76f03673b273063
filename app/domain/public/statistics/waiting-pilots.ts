import { and, eq, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import type { Stream } from '#app/domain/base/rule-results/model.ts';
import { resultSheets } from '#app/domain/base/rule-results/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';

export type WaitingFilter = Cursor & { region?: string | undefined; year: number; stream: Stream };

/** 还没有结果的试点 of the reader's regions in a year and stream, newest first; and how many of all have one. */
export async function waitingPilots(ctx: Ctx, { region, year, stream, ...filter }: WaitingFilter, size = 50) {
  allowAnywhere(ctx, 'statistics.read');
  const cursor = cursorOf(filter);
  const page = keyset(pilots.id, cursor, size);
  const here = and(within(ctx, 'statistics.read', pilots.regionCode), eq(pilots.state, 'pilot'), await insideToday(ctx, pilots.regionCode, region));
  const hasResult = sql<boolean>`exists (select from ${resultSheets} where ${resultSheets.countyCode} = rpad(left(${pilots.regionCode}, 6), 6, '0')::int
    and ${resultSheets.regionCode} = ${pilots.regionCode} and ${resultSheets.year} = ${year} and ${resultSheets.stream} = ${stream})`;
  const [counted] = await ctx.db
    .select({ all: sql<number>`count(*)::int`, done: sql<number>`(count(*) filter (where ${hasResult}))::int` })
    .from(pilots)
    .where(here);
  const found = await ctx.db
    .select({ id: pilots.id, regionCode: pilots.regionCode, name: nameThenAndNow(ctx, pilots.regionCode, sql`(${pilots.since} at time zone 'Asia/Shanghai')`), since: pilots.since })
    .from(pilots)
    .innerJoin(regions, eq(regions.code, pilots.regionCode))
    .where(and(here, sql`not ${hasResult}`, page.where))
    .orderBy(page.order)
    .limit(page.limit);
  const { rows, ...ends } = pageOf(found, cursor, (row) => row.id, size);
  const paths = await regionPaths(ctx, rows.map((row) => row.regionCode));
  return { ...ends, counted: counted!, rows: rows.map((row) => ({ ...row, path: (paths.get(row.regionCode) ?? []).slice(0, -1).map((step) => step.name) })) };
}
