import { and, eq, sql } from 'drizzle-orm';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { cursorOf, keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import type { CouncilLevel } from './model.ts';
import { councils } from './tables.server.ts';

export type CouncilLine = { id: string; regionCode: string; unit: string; level: CouncilLevel; name: string; foundedOn: string; isClosed: boolean; sessions: number; motions: number; answered: number };

/** 议事会名册 for everybody, newest first: how often each has met and how many of its motions were answered; never how many children. */
export async function pageOfCouncils(ctx: Ctx, { region, level, after }: { region?: string | undefined; level?: CouncilLevel | undefined; after?: string | undefined }, size = 30): Promise<Page<CouncilLine>> {
  const cursor = cursorOf({ after });
  const { where, order, limit } = keyset(councils.id, cursor, size);
  const found = await ctx.db
    .select({
      id: councils.id, regionCode: councils.regionCode, unit: nameIn(ctx), level: councils.level, name: councils.name, foundedOn: councils.foundedOn, isClosed: councils.isClosed,
      sessions: sql<number>`(select count(*)::int from council_sessions s where s.county_code = ${councils.countyCode} and s.council_id = ${councils.id} and s.state = 'held')`,
      motions: sql<number>`(select count(*)::int from council_motions o where o.county_code = ${councils.countyCode} and o.council_id = ${councils.id} and o.state not in ('put', 'seconded', 'withdrawn'))`,
      answered: sql<number>`(select count(*)::int from council_motions o where o.county_code = ${councils.countyCode} and o.council_id = ${councils.id} and o.answered_at is not null)`,
    })
    .from(councils)
    .innerJoin(regions, eq(regions.code, councils.regionCode))
    .where(and(await insideToday(ctx, councils.regionCode, region), level ? eq(councils.level, level) : undefined, where))
    .orderBy(order)
    .limit(limit);
  return pageOf(found, cursor, ({ id }) => id, size);
}
