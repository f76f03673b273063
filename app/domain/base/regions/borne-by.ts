import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { regionLineage } from './tables.server.ts';

/** 现用和曾用代码 of places, each with the place that bears it today: what was made under a former code is still theirs. */
export async function borneBy(ctx: Ctx, places: readonly string[]): Promise<Map<string, string>> {
  const former = await ctx.db
    .select({ code: regionLineage.oldCode, today: regionLineage.presentCode })
    .from(regionLineage)
    .where(and(inArray(regionLineage.presentCode, [...places]), eq(regionLineage.isPrincipal, true), eq(regionLineage.isReused, false)))
    .limit(1000);
  return new Map([...former.map(({ code, today }) => [code, today] as const), ...places.map((code) => [code, code] as const)]);
}

/** The same of one place: its own code first. */
export async function codesOf(ctx: Ctx, regionCode: string): Promise<string[]> {
  return [...new Set([regionCode, ...(await borneBy(ctx, [regionCode])).keys()])];
}
