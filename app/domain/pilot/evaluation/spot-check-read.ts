import { asc, desc, eq, sql } from 'drizzle-orm';
import { allow, allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { drawSample, listHash } from './draw.ts';
import { readSpotCheck } from './spot-check.ts';
import { spotChecks, spotPicks } from './tables.server.ts';

const shown = {
  id: spotChecks.id, title: spotChecks.title, regionCode: spotChecks.regionCode, size: spotChecks.size, digits: spotChecks.digits, drawnAt: spotChecks.drawnAt, isPublic: spotChecks.isPublic,
  drawn: sql<number>`(select count(*)::int from ${spotPicks} p where p.spot_check_id = ${spotChecks.id})`, found: sql<number>`(select count(outcome)::int from ${spotPicks} p where p.spot_check_id = ${spotChecks.id})`,
};

/** 抽查一览 of the office, newest first. */
export function listSpotChecks(ctx: Ctx) {
  allowAnywhere(ctx, 'spot-check.draw');
  return ctx.db.select(shown).from(spotChecks).where(within(ctx, 'spot-check.draw', spotChecks.regionCode)).orderBy(desc(spotChecks.id)).limit(100);
}

/** 公布的抽查. */
export function publicSpotChecks(ctx: Ctx) {
  return ctx.db.select(shown).from(spotChecks).where(eq(spotChecks.isPublic, true)).orderBy(desc(spotChecks.id)).limit(100);
}

/** 一次抽查 for the office. */
export async function getSpotCheck(ctx: Ctx, id: string) {
  const row = await readSpotCheck(ctx, id);
  allow(ctx, 'spot-check.draw', row);
  return withPicks(ctx, row);
}

/** 一次公布的抽查, for everybody. */
export async function publicSpotCheck(ctx: Ctx, id: string) {
  const row = await readSpotCheck(ctx, id);
  if (!row.isPublic) throw new Refusal('spot-check-not-found', 404);
  return withPicks(ctx, row);
}

async function withPicks(ctx: Ctx, row: Awaited<ReturnType<typeof readSpotCheck>>) {
  const picks = await ctx.db
    .select({
      id: spotPicks.regionCode, regionCode: spotPicks.regionCode, name: nameThenAndNow(ctx, spotPicks.regionCode, sql`${row.drawnAt.toISOString()}::timestamptz`), position: spotPicks.position, rank: spotPicks.rank,
      outcome: spotPicks.outcome, note: spotPicks.note, foundOn: spotPicks.foundOn, foundByName: spotPicks.foundByName,
    })
    .from(spotPicks)
    .innerJoin(regions, eq(regions.code, spotPicks.regionCode))
    .where(eq(spotPicks.spotCheckId, row.id))
    .orderBy(asc(spotPicks.position))
    .limit(2000);
  const name = await placeNames(ctx, row.regionCode === '*' ? [] : [row.regionCode]);
  return { ...row, place: row.regionCode === '*' ? '' : name(row.regionCode), picks };
}

export type WholeSpotCheck = Awaited<ReturnType<typeof getSpotCheck>>;

/** 重抽核对: drawn again from what is kept; the same population and the same sample, or not. */
export function drawAgain({ seed, population, digits, size, populationHash, sampleHash }: Pick<WholeSpotCheck, 'seed' | 'population' | 'digits' | 'size' | 'populationHash' | 'sampleHash'>) {
  const found = { populationHash: listHash(population), sampleHash: listHash(drawSample(seed, population, digits, size).map(({ regionCode }) => regionCode)) };
  return { ...found, isSame: found.populationHash === populationHash && found.sampleHash === sampleHash };
}

/** 抽样办法 as a file: everything that is needed to draw the sample again. */
export function recipeOf({ id, title, seed, seedSource, digits, size, population, populationHash, sampleHash, picks }: WholeSpotCheck) {
  return { id, title, seed, seedSource, digits, size, population, populationHash, sampleHash, sample: picks.map(({ regionCode, rank }) => ({ regionCode, rank })) };
}
