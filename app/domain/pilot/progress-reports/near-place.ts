import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Verb } from '#app/domain/base/accounts/access.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { regionLineage } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 社区的人: those who may do this for a place, also where it bears another code today. */
export async function nearPlace(ctx: Ctx, verb: Verb, regionCode: string): Promise<string[]> {
  const today = await ctx.db.select({ code: regionLineage.presentCode }).from(regionLineage).where(eq(regionLineage.oldCode, regionCode)).limit(20);
  const found = await Promise.all([regionCode, ...today.map(({ code }) => code)].map((code) => whoMay(ctx, verb, code)));
  return [...new Set(found.flat())];
}

/** 现用代码 of places: under which what they have entered lies today; their papers keep the code of their day. */
export async function todayOf(ctx: Ctx, places: readonly string[]): Promise<Map<string, string>> {
  const moved = await ctx.db
    .select({ code: regionLineage.oldCode, today: regionLineage.presentCode })
    .from(regionLineage)
    .where(and(inArray(regionLineage.oldCode, [...places]), eq(regionLineage.isPrincipal, true), eq(regionLineage.isReused, false)))
    .orderBy(asc(regionLineage.endedAt));
  return new Map([...places.map((code) => [code, code] as const), ...moved.map(({ code, today }) => [code, today] as const)]);
}

/** 现用代码 of one place. */
export async function presentCode(ctx: Ctx, regionCode: string): Promise<string> {
  return (await todayOf(ctx, [regionCode])).get(regionCode)!;
}
