import { inArray, sql } from 'drizzle-orm';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { regionLineage, regionPasts, regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 一个地区 as a sheet may name it: its name today, the names it bore, and what has become of it where it ended. */
export type KnownRegion = { name: string; isEnded: boolean; pasts: string[]; today: string[] };

/** 认地区: all codes of a sheet in three questions. */
export async function knownRegions(ctx: Ctx, codes: readonly string[]): Promise<Map<string, KnownRegion>> {
  const asked = codes.filter(isRegionCode);
  const found = new Map<string, KnownRegion>([['*', { name: '', isEnded: false, pasts: [], today: [] }]]);
  if (asked.length === 0) return found;
  const rows = await ctx.db.select({ code: regions.code, name: regions.name, isEnded: regions.isEnded, isSynthetic: regions.isSynthetic }).from(regions).where(sql`${regions.code} = any(${sql.param(asked)}::text[])`);
  for (const { code, name, isEnded, isSynthetic } of rows) if (!isSynthetic) found.set(code, { name, isEnded, pasts: [], today: [] });
  const pasts = await ctx.db.select({ code: regionPasts.code, name: regionPasts.name }).from(regionPasts).where(sql`${regionPasts.code} = any(${sql.param(asked)}::text[])`);
  for (const { code, name } of pasts) found.get(code)?.pasts.push(name);
  const ended = [...found].filter(([, { isEnded }]) => isEnded).map(([code]) => code);
  if (ended.length === 0) return found;
  const today = await ctx.db.select({ old: regionLineage.oldCode, code: regionLineage.presentCode, name: regions.name }).from(regionLineage).innerJoin(regions, sql`${regions.code} = ${regionLineage.presentCode}`).where(inArray(regionLineage.oldCode, ended));
  for (const { old, code, name } of today) found.get(old)?.today.push(`${code} ${name}`);
  return found;
}
