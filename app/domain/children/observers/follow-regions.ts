import { and, eq } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { itself, type Round, signUpsOf } from './find.ts';
import { observerRounds, roundNotes, roundSignUps } from './tables.server.ts';

/** 走访随区划变更: rounds go on under the principal successor of their unit, with sign-ups and findings. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const rounds = await ctx.db.select().from(observerRounds).where(and(eq(observerRounds.countyCode, countyCode(from)), eq(observerRounds.regionCode, from)));
    for (const round of rounds) {
      await change(ctx, async (tx) => {
        await carry(tx, round, to);
        await tx.record('round.region-followed', { id: round.id, regionCode: to }, { from });
      });
    }
    moved += rounds.length;
  }
  return String(moved);
}

/** The county is part of every key, so the rows are copied below the new one and the old ones go. */
async function carry(tx: Change, round: Round, to: string): Promise<void> {
  const place = { countyCode: countyCode(to), regionCode: to };
  const signUps = await tx.db.select().from(roundSignUps).where(signUpsOf(round));
  const notes = await tx.db.select().from(roundNotes).where(and(eq(roundNotes.countyCode, round.countyCode), eq(roundNotes.roundId, round.id)));
  await tx.db.delete(observerRounds).where(itself(round));
  await tx.db.insert(observerRounds).values({ ...round, ...place });
  for (const some of inParts(signUps, 1000)) await tx.db.insert(roundSignUps).values(some.map((row) => ({ ...row, countyCode: place.countyCode })));
  for (const some of inParts(notes, 1000)) await tx.db.insert(roundNotes).values(some.map((row) => ({ ...row, countyCode: place.countyCode })));
}
