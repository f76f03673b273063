import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { apart, distanceBetween, type Features, featuresOf, groupOf, parts, placeIn, type Scale, settings, standardised, unknown } from './alike-features.ts';
import { alikePlaces, alikeScale, communities, pilots } from './tables.server.ts';

/** 相似社区: one of them, and how far it is. */
export type Alike = { code: string; distance: number; features: Features };

/** 已知特征 of these communities, out of what is known of each. */
export async function featuresKnown(ctx: Ctx, codes: readonly string[]): Promise<Map<string, Features>> {
  const { rows } = await ctx.db.execute<{ code: string; facts: Record<string, unknown> | null; children: number | null }>(sql`
    /* one plan */ select asked.code, c.facts, (select p.children from ${pilots} p where p.region_code = asked.code order by p.id desc limit 1) as children
    from unnest(${sql.param([...codes])}::text[]) as asked (code) left join ${communities} c on c.region_code = asked.code`);
  return new Map(rows.map(({ code, facts, children }) => [code, featuresOf(code, facts ?? {}, children)]));
}

/** 尺度 as it was last measured. */
export async function scaleOf(ctx: Ctx): Promise<(Scale & { communities: number; measuredAt: Date }) | undefined> {
  const [row] = await ctx.db.select().from(alikeScale).where(eq(alikeScale.id, 1));
  return row;
}

/** 自己的位置: what is known of a community, and the scale by which others are compared with it. */
export type Standing = { mine: Features; scale: Awaited<ReturnType<typeof scaleOf>> };

export async function standingOf(ctx: Ctx, code: string): Promise<Standing> {
  const [features, scale] = await Promise.all([featuresKnown(ctx, [code]), scaleOf(ctx)]);
  return { mine: features.get(code)!, scale };
}

const few = 400;
const ofEach = 100;

/**
 * 最相似的社区 among those with results, the nearest first. The index gives some of the same kind and part of the country, near by size
 * and infants; measured in full they say how far the last one wanted can lie at most, and everybody within that reach is measured.
 * Where too few are near, some of every kind and part are.
 */
export async function alikeTo(ctx: Ctx, code: string, most: number, { mine, scale }: Standing): Promise<Alike[]> {
  if (!scale) return [];
  if (mine.logChildren === null && mine.infants === null) return []; // nothing by which anybody could be alike
  const own = groupOf(mine);
  const asked = { mine, scale, code, most };
  if (own % 4 === 3) {
    const some = await nearest(ctx, asked, [own], sql`true`, few);
    const reach = some.at(-1)?.distance ?? Infinity;
    if (some.length === most && reach <= apart.part) {
      const [x, y] = placeIn(own, mine, scale);
      return nearest(ctx, asked, [own], sql`place <@ circle(point(${x}, ${y}), ${Math.sqrt(reach) + 1e-6})`, null);
    }
  }
  return nearest(ctx, asked, Array.from({ length: settings.length * parts.length * 4 }, (_, group) => group), sql`true`, Math.max(ofEach, most));
}

type Row = Record<'setting' | 'part' | 'distance', number> & Record<'logChildren' | 'infants' | 'preschool' | 'school', number | null> & { code: string };

/** Some of each group, the nearest by the index, measured in full by the database. */
async function nearest(ctx: Ctx, { mine, scale, code, most }: { mine: Features; scale: Scale; code: string; most: number }, groups: readonly number[], where: SQL, size: number | null): Promise<Alike[]> {
  const spots = groups.map((group) => placeIn(group, mine, scale));
  const { rows } = await ctx.db.execute<Row>(sql`
    select n.region_code as code, setting, part, log_children as "logChildren", infants, preschool, school, ${measure(mine, scale)} as distance
    from unnest(${sql.param(groups)}::int[], ${sql.param(spots.map(([x]) => x))}::float8[], ${sql.param(spots.map(([, y]) => y))}::float8[]) as g (number, x, y)
    cross join lateral (
      select * from alike_places where place <@ box(point(g.number * 1000 - 400, -400), point(g.number * 1000 + 400, 400)) and ${where}
      ${size === null ? sql`` : sql`order by place <-> point(g.x, g.y) limit ${size}`}) n
    where n.region_code <> ${code} order by distance, n.region_code limit ${most}`);
  return rows.map(({ setting, part, distance, logChildren, infants, preschool, school, code: other }) => ({
    code: other, distance, features: { setting: settings[setting]!, part: parts[part]!, logChildren, infants, preschool, school },
  }));
}

/** `distanceBetween` as the database reckons it. */
function measure(mine: Features, scale: Scale): SQL {
  const values = standardised(mine, scale);
  const squared = (column: string, at: number) => {
    const spread = Number(scale.spreads[at]);
    if (values[at] === null || values[at] === undefined) return sql`${unknown}::float8`;
    const theirs = spread > 0 ? sql`greatest(-50, least(50, (n.${sql.identifier(column)} - ${Number(scale.means[at])}::float8) / ${spread}::float8))` : sql`n.${sql.identifier(column)} * 0`;
    return sql`coalesce((${theirs} - ${values[at]}::float8) ^ 2, ${unknown}::float8)`;
  };
  return sql`(case when n.setting = ${settings.indexOf(mine.setting)} then 0 else ${apart.setting}::float8 end + case when n.part = ${parts.indexOf(mine.part)} then 0 else ${apart.part}::float8 end
    + ${squared('log_children', 0)} + (${squared('infants', 1)} + ${squared('preschool', 2)} + ${squared('school', 3)}) / 3)`;
}

/** 这些社区有多相似: for a few that are known by name, the nearest first; without a scale nobody can say. */
export async function howAlike(ctx: Ctx, code: string, others: readonly string[], { mine, scale }: Standing): Promise<Alike[]> {
  if (!scale || others.length === 0) return [];
  const known = await featuresKnown(ctx, [...new Set(others)]);
  return [...new Set(others)]
    .filter((other) => other !== code)
    .map((other) => ({ code: other, features: known.get(other)!, distance: distanceBetween(mine, known.get(other)!, scale) }))
    .toSorted((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1));
}

/** 可以写出名字的: of these communities only those that everybody knows as pilots, with their names. */
export async function namedPilots(ctx: Ctx, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await ctx.db
    .select({ code: pilots.regionCode, name: nameIn(ctx) })
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
