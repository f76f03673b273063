import { and, eq, inArray, or } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { ofMatter, type Matter } from './hold-matter.ts';
import { suggestionFiles, suggestionMatters, suggestionRatings, suggestions, suggestionSteps } from './tables.server.ts';

/** 建议随区划变更: matters and words go on under the principal successor of their unit. The county is part of the key, so rows are copied. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const matters = await ctx.db.select().from(suggestionMatters).where(and(eq(suggestionMatters.countyCode, countyCode(from)), eq(suggestionMatters.regionCode, from)));
    for (const matter of matters) {
      await change(ctx, async (tx) => {
        await carry(tx, matter, to);
        await tx.record('suggestion.region-followed', { id: matter.id, regionCode: to }, { from });
      });
    }
    moved += matters.length;
  }
  return String(moved);
}

async function carry(tx: Change, matter: Matter, to: string): Promise<void> {
  const place = { regionCode: to, countyCode: countyCode(to) };
  const words = and(eq(suggestions.countyCode, matter.countyCode), eq(suggestions.matterId, matter.id));
  if (place.countyCode === matter.countyCode) {
    await tx.db.update(suggestionMatters).set({ regionCode: to }).where(ofMatter(matter));
    await tx.db.update(suggestions).set({ regionCode: to }).where(words);
    return;
  }
  const steps = and(eq(suggestionSteps.countyCode, matter.countyCode), eq(suggestionSteps.matterId, matter.id));
  const [said, taken] = [await tx.db.select().from(suggestions).where(words), await tx.db.select().from(suggestionSteps).where(steps)];
  await tx.db.insert(suggestionMatters).values({ ...matter, ...place });
  for (const some of inParts(taken, 1000)) await tx.db.insert(suggestionSteps).values(some.map((row) => ({ ...row, countyCode: place.countyCode })));
  for (const one of said) {
    const ratings = await tx.db.select().from(suggestionRatings).where(and(eq(suggestionRatings.countyCode, one.countyCode), eq(suggestionRatings.suggestionId, one.id)));
    await tx.db.insert(suggestions).values({ ...one, ...place });
    for (const some of inParts(ratings, 1000)) await tx.db.insert(suggestionRatings).values(some.map((row) => ({ ...row, countyCode: place.countyCode })));
  }
  const ids = [...said, ...taken].map(({ id }) => id);
  const files = await tx.db
    .delete(suggestionFiles)
    .where(and(eq(suggestionFiles.countyCode, matter.countyCode), or(inArray(suggestionFiles.suggestionId, ids), inArray(suggestionFiles.stepId, ids))))
    .returning();
  for (const some of inParts(files, 1000)) await tx.db.insert(suggestionFiles).values(some.map((row) => ({ ...row, countyCode: place.countyCode })));
  await tx.db.delete(suggestions).where(words);
  await tx.db.delete(suggestionMatters).where(ofMatter(matter));
}
