import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { isRegionCode, type Kind, parentCandidates } from './model.ts';
import { between, nameIn } from './name-in.ts';
import { regions } from './tables.server.ts';
import { stepsAbove } from './then.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { together } from '#app/platform/together.ts';

export type Region = { code: string; name: string; level: number; kind: Kind };

/** The columns of a region that pages show. */
export const shownTo = (ctx: Ctx) => ({ code: regions.code, name: nameIn(ctx), level: regions.level, kind: regions.kind });

/** What people see: neither the names that fill gaps nor statistical fictions nor what is no longer there. */
export function isShown(): SQL {
  return sql`not ${regions.isSynthetic} and not ${regions.isVirtual} and not ${regions.isEnded}`;
}

/** 下级区划: one step of the cascade; null asks for the provinces. */
export function listChildren(ctx: Ctx, parentCode: string | null): Promise<Region[]> {
  const above = parentCode === null ? isNull(regions.parentCode) : eq(regions.parentCode, parentCode);
  return together<Region>(ctx, sql`select jsonb_build_object('code', ${regions.code}, 'name', ${nameIn(ctx)}, 'level', ${regions.level}, 'kind', ${regions.kind}) from ${regions} where ${and(above, isShown())} order by ${regions.code} limit 500`);
}

/** 区划, also one that is no longer shown: old papers point at it. */
export async function findRegion(ctx: Ctx, code: string): Promise<Region | undefined> {
  if (!isRegionCode(code)) return undefined;
  const [region] = await ctx.db.select(shownTo(ctx)).from(regions).where(eq(regions.code, code));
  return region;
}

/** 一个区划; an unknown code is refused. */
export async function getRegion(ctx: Ctx, code: string): Promise<Region> {
  const region = await findRegion(ctx, code);
  if (!region) throw new Refusal('region-not-found', 404);
  return region;
}

export type Step = { code: string; name: string };

/** 所在区划: from the province down to the region itself, without synthetic steps. */
export async function regionPath(ctx: Ctx, code: string): Promise<Step[]> {
  return (await regionPaths(ctx, [code])).get(code) ?? [];
}

/** 一个区划和所在地: the region, and every name down to it; an unknown code is refused. */
export async function regionAndPath(ctx: Ctx, code: string): Promise<{ region: Region; path: string[] }> {
  const [found] = isRegionCode(code) ? await ctx.db.select({ region: shownTo(ctx), above: stepsAbove(ctx, sql`regions.code`), isSynthetic: regions.isSynthetic }).from(regions).where(eq(regions.code, code)) : [];
  if (!found) throw new Refusal('region-not-found', 404);
  return { region: found.region, path: [...found.above.map((step) => step.name), ...(found.isSynthetic ? [] : [found.region.name])] };
}

/** The paths of several regions in one question. */
export async function regionPaths(ctx: Ctx, codes: readonly string[]): Promise<Map<string, Step[]>> {
  const known = codes.filter(isRegionCode);
  const wanted = [...new Set(known.flatMap((code) => [code, ...parentCandidates(code)]))];
  if (wanted.length === 0) return new Map();
  const { rows } = await ctx.db.execute<Step>(sql`select code, ${nameIn(ctx)} as name from ${regions} where code = any(${sql.param(wanted)}) and not is_synthetic`);
  const steps = new Map(rows.map((step) => [step.code, step]));
  return new Map(
    known.map((code) => [code, [code, ...parentCandidates(code)].toReversed().flatMap((step) => steps.get(step) ?? [])]),
  );
}

/** 所在地: each place as one text, from the province down; the nation has none. */
export async function placeNames(ctx: Ctx, codes: readonly string[]): Promise<(code: string) => string> {
  const paths = await regionPaths(ctx, codes);
  return (code) => (paths.get(code) ?? []).map((step) => step.name).join(between(ctx));
}
