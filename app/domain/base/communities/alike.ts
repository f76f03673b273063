import { and, eq, inArray, sql } from 'drizzle-orm';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { apart, distanceBetween, type Features, featuresOf, groupOf, parts, placeIn, type Scale, settings } from './alike-features.ts';
import { alikePlaces, alikeScale, communities, pilots } from './tables.server.ts';

/** 相似社区: one of them, and how far it is. */
export type Alike = { code: string; distance: number; features: Features };

/** 已知特征 of these communities, out of what is known of each. */
export async function featuresKnown(ctx: Ctx, codes: readonly string[]): Promise<Map<string, Features>> {
  const facts = await ctx.db.select({ code: communities.regionCode, facts: communities.facts }).from(communities).where(sql`${communities.regionCode} = any(${sql.param(codes)})`);
  const counted = await ctx.db.select({ code: pilots.regionCode, children: pilots.children }).from(pilots).where(sql`${pilots.regionCode} = any(${sql.param(codes)})`);
  const [factsBy, childrenBy] = [new Map(facts.map((row) => [row.code, row.facts])), new Map(counted.map((row) => [row.code, row.children]))];
  return new Map(codes.map((code) => [code, featuresOf(code, factsBy.get(code) ?? {}, childrenBy.get(code) ?? null)]));
}

/** 尺度 as it was last measured. */
export async function scaleOf(ctx: Ctx): Promise<(Scale & { communities: number; measuredAt: Date }) | undefined> {
  const [row] = await ctx.db.select().from(alikeScale).where(eq(alikeScale.id, 1));
  return row;
}

const first = 1600;
const more = 12_800;

/**
 * 最相似的社区 among those with results, the nearest first. The index gives the nearest by size and infants of the same kind and part
 * of the country; they are then measured in full, and more are asked for while somebody nearer could still be missing.
 */
export async function alikeTo(ctx: Ctx, code: string, most: number): Promise<Alike[]> {
  const scale = await scaleOf(ctx);
  if (!scale) return [];
  const mine = (await featuresKnown(ctx, [code])).get(code)!;
  if (mine.logChildren === null && mine.infants === null) return []; // nothing by which anybody could be alike
  for (const size of groupOf(mine) % 4 === 3 ? [first, more] : []) {
    const found = await nearIn(ctx, mine, [groupOf(mine) & ~3], size, scale, code);
    const best = measured(mine, found.rows, scale, most);
    if (best.length === most && best.at(-1)!.distance <= Math.min(apart.part, found.certain)) return best;
    if (!found.isCut) break;
  }
  const everywhere = settings.flatMap((_, setting) => parts.map((__, part) => (setting * parts.length + part) * 4));
  return measured(mine, (await nearIn(ctx, mine, everywhere, Math.max(200, most), scale, code)).rows, scale, most);
}

type Row = { code: string; group: number; setting: number; part: number; logChildren: number | null; infants: number | null; preschool: number | null; school: number | null; near: number };

/** The nearest of each group by the index; `certain` is how far nobody can be missing who knows what we know. */
async function nearIn(ctx: Ctx, mine: Features, bases: readonly number[], size: number, scale: Scale, code: string) {
  const groups = bases.flatMap((base) => [0, 1, 2, 3].map((knows) => base + knows));
  const spots = groups.map((group) => placeIn(group, mine, scale));
  const { rows } = await ctx.db.execute<Row>(sql`
    select n.region_code as code, g.number as group, setting, part, log_children as "logChildren", infants, preschool, school, n.near
    from unnest(${sql.param(groups)}::int[], ${sql.param(spots.map(([x]) => x))}::float8[], ${sql.param(spots.map(([, y]) => y))}::float8[]) as g (number, x, y)
    cross join lateral (
      select *, place <-> point(g.x, g.y) as near from alike_places where place <@ box(point(g.number * 1000 - 400, -400), point(g.number * 1000 + 400, 400))
      order by place <-> point(g.x, g.y) limit ${size}) n
    where n.region_code <> ${code}`);
  const same = rows.filter(({ group }) => group === groupOf(mine));
  const isCut = same.length >= size - 1;
  return { rows, isCut, certain: isCut ? (same.at(-1)?.near ?? 0) ** 2 : Infinity };
}

function measured(mine: Features, rows: readonly Row[], scale: Scale, most: number): Alike[] {
  return rows
    .map(({ code, setting, part, logChildren, infants, preschool, school }) => {
      const features = { setting: settings[setting]!, part: parts[part]!, logChildren, infants, preschool, school };
      return { code, features, distance: distanceBetween(mine, features, scale) };
    })
    .toSorted((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))
    .slice(0, most);
}

/** 这些社区有多相似: for a few that are known by name, the nearest first; without a scale nobody can say. */
export async function howAlike(ctx: Ctx, code: string, others: readonly string[]): Promise<Alike[]> {
  const scale = await scaleOf(ctx);
  if (!scale || others.length === 0) return [];
  const known = await featuresKnown(ctx, [...new Set([code, ...others])]);
  return [...new Set(others)]
    .filter((other) => other !== code)
    .map((other) => ({ code: other, features: known.get(other)!, distance: distanceBetween(known.get(code)!, known.get(other)!, scale) }))
    .toSorted((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1));
}

/** 可以写出名字的: of these communities only those that everybody knows as pilots, with their names. */
export async function namedPilots(ctx: Ctx, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await ctx.db
    .select({ code: pilots.regionCode, name: regions.name })
    .from(pilots)
    .innerJoin(regions, eq(regions.code, pilots.regionCode))
    .where(and(inArray(pilots.regionCode, [...codes]), eq(pilots.state, 'pilot')));
  return new Map(rows.map((row) => [row.code, row.name]));
}

/** 已有落点的社区, by code, a run at a time; whoever learns from them walks along. */
export async function placesAfter(ctx: Ctx, after: string, most: number): Promise<string[]> {
  const rows = await ctx.db.select({ code: alikePlaces.regionCode }).from(alikePlaces).where(sql`${alikePlaces.regionCode} > ${after}`).orderBy(alikePlaces.regionCode).limit(most);
  return rows.map(({ code }) => code);
}
