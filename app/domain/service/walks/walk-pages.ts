import { and, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { leastFor } from '#app/domain/base/small-cells/model.ts';
import { hazards } from '#app/domain/service/hazards/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { countOf } from './model.ts';
import { walks, walkTickets } from './tables.server.ts';

/** 走查名单 of the reader's regions, newest first, by keyset: for the list as a file. */
export async function pageOfWalks(ctx: Ctx, { region, ...asked }: Cursor & { region?: string | undefined }, size = 200) {
  allowAnywhere(ctx, 'walk.lead');
  const cursor = cursorOf(asked);
  const page = keyset(walks.id, cursor, size);
  const ofWalk = sql`from ${walkTickets} t join ${hazards} h on h.county_code = t.county_code and h.id = t.hazard_id where t.county_code = ${walks.countyCode} and t.walk_id = ${walks.id}`;
  const rows = await ctx.db
    .select({
      id: walks.id, regionCode: walks.regionCode, place: walks.place, setting: walks.setting, day: walks.day, state: walks.state, children: walks.children, result: walks.result,
      tickets: sql<number>`(select count(*) ${ofWalk})`.mapWith(Number), verified: sql<number>`(select count(*) ${ofWalk} and h.state = 'verified')`.mapWith(Number),
    })
    .from(walks)
    .where(and(within(ctx, 'walk.lead', walks.regionCode), await insideToday(ctx, walks.regionCode, region), page.where))
    .orderBy(page.order)
    .limit(page.limit);
  const found = pageOf(rows, cursor, (row) => row.id, size);
  const nameOf = await placeNames(ctx, found.rows.map(({ regionCode }) => regionCode));
  return { ...found, rows: found.rows.map(({ children, ...row }) => ({ ...row, unit: nameOf(row.regionCode), children: countOf(children) < leastFor.staff ? null : countOf(children) })) };
}
export type WalkLine = Awaited<ReturnType<typeof pageOfWalks>>['rows'][number];
