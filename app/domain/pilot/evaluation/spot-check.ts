import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { drawSample, listHash } from './draw.ts';
import type { DrawInput, SpotFindingInput } from './input.ts';
import { spotChecks, spotPicks } from './tables.server.ts';

/** 抽样: from the pilots of the day, parted by region, with a seed that is kept; the population is frozen, so that anybody draws the same. */
export function drawSpotCheck(ctx: Ctx, { title, regionCode, size, digits, seed, seedSource }: DrawInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'spot-check.draw', { regionCode });
    const rows = await tx.db
      .selectDistinct({ code: pilots.regionCode })
      .from(pilots)
      .where(and(eq(pilots.state, 'pilot'), await insideToday(tx, pilots.regionCode, regionCode)))
      .orderBy(pilots.regionCode)
      .limit(100_000);
    const population = rows.map(({ code }) => code).toSorted();
    if (population.length === 0) throw new Refusal('spot-check-nobody');
    const used = seed || randomBytes(16).toString('hex');
    const picks = drawSample(used, population, digits, size);
    const hashes = { populationHash: listHash(population), sampleHash: listHash(picks.map((pick) => pick.regionCode)) };
    const [row] = await tx.db
      .insert(spotChecks)
      .values({ title, regionCode, seed: used, seedSource: seed ? seedSource : '', digits, size, population, ...hashes, drawnByName: tx.actor.name, drawnAt: tx.now })
      .returning({ id: spotChecks.id });
    await tx.db.insert(spotPicks).values(picks.map((pick, at) => ({ spotCheckId: row!.id, regionCode: pick.regionCode, position: at + 1, rank: pick.rank })));
    await tx.record('spot-check.drawn', { id: row!.id, regionCode }, { hash: hashes.sampleHash, populationHash: hashes.populationHash, size: picks.length, of: population.length });
    return row!.id;
  });
}

/** 公布抽样: before the visits nobody outside knows whom they meet; from now on everybody can draw it again. */
export function publishSpotCheck(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await readSpotCheck(tx, id);
    allow(tx, 'spot-check.draw', row);
    if (row.isPublic) throw new Refusal('spot-check-public');
    await tx.db.update(spotChecks).set({ isPublic: true }).where(eq(spotChecks.id, id));
    await tx.record('spot-check.published', { id, regionCode: row.regionCode });
  });
}

/** 登记抽查结果 of one community; entered anew, the newest word counts and the record keeps both. */
export function enterSpotFinding(ctx: Ctx, id: string, { regionCode, outcome, note, foundOn }: SpotFindingInput): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await readSpotCheck(tx, id);
    allow(tx, 'spot-check.draw', row);
    if (foundOn > beijingDay(tx.now)) throw new Refusal('evaluation-day-ahead', 400);
    const entered = await tx.db
      .update(spotPicks)
      .set({ outcome, note, foundOn, foundByName: tx.actor.name })
      .where(and(eq(spotPicks.spotCheckId, id), eq(spotPicks.regionCode, regionCode)))
      .returning({ code: spotPicks.regionCode });
    if (entered.length === 0) throw new Refusal('spot-check-not-drawn', 404);
    await tx.record('spot-check.found', { id, regionCode }, { outcome, note, foundOn });
  });
}

/** One spot check as it was drawn. */
export async function readSpotCheck(ctx: Ctx, id: string) {
  const [row] = isId(id) ? await ctx.db.select().from(spotChecks).where(eq(spotChecks.id, id)) : [];
  if (!row) throw new Refusal('spot-check-not-found', 404);
  return row;
}
