import { and, eq, lte } from 'drizzle-orm';
import { parentCandidates } from './model.ts';
import { nameIn } from './name-in.ts';
import { regions } from './tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 上级名称: provinces, cities and counties by code (a few thousand), for a long list that names them in every row; gaps have no name. */
export async function namesToCounty(ctx: Ctx): Promise<(code: string) => [province: string, city: string, county: string]> {
  const rows = await ctx.db
    .select({ code: regions.code, name: nameIn(ctx) })
    .from(regions)
    .where(and(lte(regions.level, 3), eq(regions.isSynthetic, false)));
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return (code) => {
    const above = [code, ...parentCandidates(code)];
    const at = (length: number) => names.get(above.find((step) => step.length === length) ?? '') ?? '';
    return [at(2), at(4), at(6)];
  };
}
