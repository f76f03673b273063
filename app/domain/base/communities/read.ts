import { and, count, desc, eq, sql } from 'drizzle-orm';
import { childrenOfPlaces } from './children.ts';
import { communities, pilots } from './tables.server.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { nameHas, nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow, stepsAbove } from '#app/domain/base/regions/then.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';

export type PilotFilter = Cursor & { region?: string | undefined; text?: string | undefined };

/** A pilot bears the name of the day since which it is one, with today's beside it. */
const shownTo = (ctx: Ctx) => ({
  id: pilots.id, regionCode: pilots.regionCode, name: nameThenAndNow(ctx, pilots.regionCode, sql`(${pilots.since} at time zone 'Asia/Shanghai')`), since: pilots.since,
  callTitle: pilots.callTitle, state: pilots.state,
});

/** 试点名单: newest first, by keyset; everybody may read it. Of children it tells what the statistics tell, and nothing else. */
export async function listPilots(ctx: Ctx, filter: PilotFilter = {}, size = 30) {
  const cursor = cursorOf(filter);
  const { where, order, limit } = keyset(pilots.id, cursor, size);
  const rows = await ctx.db
    .select({ ...shownTo(ctx), path: stepsAbove(ctx, sql`pilots.region_code`) })
    .from(pilots)
    .innerJoin(regions, eq(regions.code, pilots.regionCode))
    .where(and(await insideToday(ctx, pilots.regionCode, filter.region), filter.text ? nameHas(ctx, anywhere(filter.text)) : undefined, where))
    .orderBy(order)
    .limit(limit);
  const page = pageOf(rows, cursor, (row) => row.id, size);
  const children = await childrenOfPlaces(ctx);
  return { ...page, rows: page.rows.map((row) => ({ ...row, children: row.state === 'pilot' ? children(row.regionCode).total : null })) };
}

/** 各省试点数: by the first two digits; a province without pilots is not in it. */
export async function pilotsByProvince(ctx: Ctx): Promise<Record<string, number>> {
  const province = sql<string>`left(${pilots.regionCode}, 2)`;
  const rows = await ctx.db.select({ province, pilots: count() }).from(pilots).where(eq(pilots.state, 'pilot')).groupBy(province);
  return Object.fromEntries(rows.map((row) => [row.province, row.pilots]));
}

/** 社区档案 for everybody: a unit that is or was a pilot; of all others nothing is shown. */
export async function getCommunity(ctx: Ctx, code: string) {
  const found = isRegionCode(code)
    ? await ctx.db
        .select({
          pilot: { ...shownTo(ctx), applicationId: pilots.applicationId, noticeId: pilots.noticeId, summary: pilots.summary },
          today: nameIn(ctx), official: regions.name, above: stepsAbove(ctx, sql`pilots.region_code`), known: communities,
        })
        .from(pilots)
        .innerJoin(regions, eq(regions.code, pilots.regionCode))
        .leftJoin(communities, eq(communities.regionCode, pilots.regionCode))
        .where(eq(pilots.regionCode, code))
        .orderBy(desc(pilots.id))
        .limit(20)
    : [];
  if (!found[0]) throw new Refusal('community-not-found', 404);
  const { pilot, today, official, above, known } = found[0];
  return {
    /** What the state calls it today, for who reads another name. */
    region: { code, name: pilot.name, official },
    path: [...above, { code, name: today }],
    pilots: found.map((row) => row.pilot),
    about: known?.about ?? '',
    facts: countsIn(known?.facts ?? {}),
    children: (await childrenOfPlaces(ctx))(code),
    isInvented: known?.isInvented ?? false,
  };
}

/** 人人可看的数: of all that is known only these counts, none of which is about children. */
const publicFacts = ['indoor-area', 'outdoor-area', 'volunteers'] as const;

function countsIn(facts: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    publicFacts.flatMap((key) => {
      const value = facts[key];
      const number = typeof value === 'number' ? value : typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
      return number === undefined ? [] : [[key, number]];
    }),
  );
}
