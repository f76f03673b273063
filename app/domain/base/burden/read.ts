import { and, count, desc, eq, gte, inArray, lte, sql, sum } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { isRegionCode, lengthBelow } from '#app/domain/base/regions/model.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Form } from './model.ts';
import { burdenCounts } from './tables.server.ts';

/** 时间和地方 of the meter; without a region all one may see. */
export type BurdenFilter = { region?: string | undefined; from?: string | undefined; to?: string | undefined; form?: Form | undefined };

export type Burden = { handIns: number; asked: number; prefilled: number; reused: number };

const counted = {
  handIns: count(), asked: sum(burdenCounts.asked).mapWith(Number), prefilled: sum(burdenCounts.prefilled).mapWith(Number), reused: sum(burdenCounts.reused).mapWith(Number),
};

/** 按表单: fields asked, filled beforehand and reused, form by form. */
export async function burdenByForm(ctx: Ctx, filter: BurdenFilter = {}): Promise<(Burden & { form: Form })[]> {
  const where = await scoped(ctx, filter);
  return ctx.db.select({ form: burdenCounts.form, ...counted }).from(burdenCounts).where(where).groupBy(burdenCounts.form).orderBy(desc(counted.asked));
}

/** 按地方: the same for each unit one step below the region, those asked most first. */
export async function burdenByPlace(ctx: Ctx, filter: BurdenFilter = {}): Promise<(Burden & { code: string; name: string })[]> {
  const where = await scoped(ctx, filter);
  const region = filter.region && isRegionCode(filter.region) ? filter.region : '*';
  const length = lengthBelow(region) ?? region.length;
  const place = sql<string>`left(${burdenCounts.regionCode}, ${sql.raw(String(length))})`;
  const rows = await ctx.db.select({ code: place, ...counted }).from(burdenCounts).where(where).groupBy(place).orderBy(desc(counted.asked), place).limit(500);
  const names = await ctx.db.select({ code: regions.code, name: nameIn(ctx) }).from(regions).where(inArray(regions.code, rows.map(({ code }) => code)));
  return rows.map((row) => ({ ...row, name: names.find(({ code }) => code === row.code)?.name ?? row.code }));
}

/** 按月: how the meter moves, the newest twelve months. */
export async function burdenByMonth(ctx: Ctx, filter: BurdenFilter = {}): Promise<(Burden & { month: string })[]> {
  const where = await scoped(ctx, filter);
  const month = sql<string>`to_char(${burdenCounts.day}, 'YYYY-MM')`;
  const rows = await ctx.db.select({ month, ...counted }).from(burdenCounts).where(where).groupBy(month).orderBy(desc(month)).limit(12);
  return rows.toReversed();
}

async function scoped(ctx: Ctx, { region, from, to, form }: BurdenFilter) {
  allowAnywhere(ctx, 'burden.read');
  return and(
    within(ctx, 'burden.read', burdenCounts.regionCode), await insideToday(ctx, burdenCounts.regionCode, region && isRegionCode(region) ? region : undefined),
    from ? gte(burdenCounts.day, from) : undefined, to ? lte(burdenCounts.day, to) : undefined, form ? eq(burdenCounts.form, form) : undefined,
  );
}
