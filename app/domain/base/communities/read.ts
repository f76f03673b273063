import { and, count, desc, eq, ilike, sql, sum } from 'drizzle-orm';
import { communities, pilots } from './tables.server.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { getRegion, regionPath, regionPaths } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import { leastFor } from '#app/domain/base/small-cells/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';

export type PilotFilter = Cursor & { region?: string | undefined; text?: string | undefined };

/** 小格: fewer children than these are not counted out in public. */
const leastShown = leastFor.public;

/** A pilot bears the name of the day since which it is one, with today's beside it. */
const shownTo = (ctx: Ctx) => ({
  id: pilots.id, regionCode: pilots.regionCode, name: nameThenAndNow(ctx, pilots.regionCode, sql`(${pilots.since} at time zone 'Asia/Shanghai')`), since: pilots.since,
  callTitle: pilots.callTitle, state: pilots.state, children: sql<number | null>`case when ${pilots.children} >= ${leastShown} then ${pilots.children} end`,
});

/** 试点名单: newest first, by keyset; everybody may read it. */
export async function listPilots(ctx: Ctx, filter: PilotFilter = {}, size = 30) {
  const cursor = cursorOf(filter);
  const { where, order, limit } = keyset(pilots.id, cursor, size);
  const rows = await ctx.db
    .select(shownTo(ctx))
    .from(pilots)
    .innerJoin(regions, eq(regions.code, pilots.regionCode))
    .where(and(await insideToday(ctx, pilots.regionCode, filter.region), filter.text ? ilike(regions.name, anywhere(filter.text)) : undefined, where))
    .orderBy(order)
    .limit(limit);
  const page = pageOf(rows, cursor, (row) => row.id, size);
  const paths = await regionPaths(ctx, page.rows.map((row) => row.regionCode));
  return { ...page, rows: page.rows.map((row) => ({ ...row, path: (paths.get(row.regionCode) ?? []).slice(0, -1) })) };
}

/** 各省试点数: by the first two digits; a province without pilots is not in it. */
export async function pilotsByProvince(ctx: Ctx): Promise<Record<string, { pilots: number; children: number }>> {
  const province = sql<string>`left(${pilots.regionCode}, 2)`;
  const rows = await ctx.db
    .select({ province, pilots: count(), children: sum(pilots.children).mapWith(Number) })
    .from(pilots)
    .where(eq(pilots.state, 'pilot'))
    .groupBy(province);
  return Object.fromEntries(rows.map((row) => [row.province, { pilots: row.pilots, children: row.children ?? 0 }]));
}

/** 社区档案 for everybody: a unit that is or was a pilot; of all others nothing is shown. */
export async function getCommunity(ctx: Ctx, code: string) {
  const held = isRegionCode(code)
    ? await ctx.db
        .select({ ...shownTo(ctx), applicationId: pilots.applicationId, noticeId: pilots.noticeId, summary: pilots.summary })
        .from(pilots)
        .innerJoin(regions, eq(regions.code, pilots.regionCode))
        .where(eq(pilots.regionCode, code))
        .orderBy(desc(pilots.id))
        .limit(20)
    : [];
  if (!held[0]) throw new Refusal('community-not-found', 404);
  const [known] = await ctx.db.select().from(communities).where(eq(communities.regionCode, code));
  return {
    region: { ...(await getRegion(ctx, code)), name: held[0].name },
    path: await regionPath(ctx, code),
    pilots: held,
    about: known?.about ?? '',
    facts: countsIn(known?.facts ?? {}),
    isInvented: known?.isInvented ?? false,
  };
}

/** Of what is known only plain counts are for everybody, and of children none that is small. */
function countsIn(facts: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) => {
      const number = typeof value === 'number' ? value : typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
      return number === undefined || (key.startsWith('children-') && number < leastShown) ? [] : [[key, number]];
    }),
  );
}
