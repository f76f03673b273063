import { and, eq, inArray } from 'drizzle-orm';
import type { MatterState } from '#app/domain/children/suggestions/model.ts';
import { statesOfMatters } from '#app/domain/children/suggestions/story-of-matter.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { itself, type Motion } from './find.ts';
import type { MotionState } from './model.ts';
import { councilMotions } from './tables.server.ts';

const afterAnswer = ['answered', 'in-progress', 'done', 'told'] as const satisfies readonly MotionState[];
type After = (typeof afterAnswer)[number];
type Move = { motion: Motion; to: After };

/** 跟着事项走: once it is answered, a motion stands where its matter stands, and so do those below that were handed up; what was merged is followed in the other. */
export async function followMatter(ctx: Ctx, matterId: string, mergedInto?: string): Promise<string> {
  const ofMatter = eq(councilMotions.matterId, matterId);
  const motions = await ctx.db.select().from(councilMotions).where(ofMatter);
  if (motions.length === 0 || (!mergedInto && (await allMoves(ctx, motions)).length === 0)) return '';
  return change(ctx, async (tx) => {
    const held = await tx.db.select().from(councilMotions).where(ofMatter).for('update');
    if (mergedInto) await tx.db.update(councilMotions).set({ matterId: mergedInto }).where(ofMatter);
    const moves = await allMoves(tx, held.map((motion) => ({ ...motion, matterId: mergedInto ?? motion.matterId })));
    await makeMoves(tx, moves);
    if (moves.length === 0) await tx.record('council.motion-followed', motions[0]!);
    return String(moves.length);
  });
}

/** The same within the change that answers a motion, for the matter may have gone ahead of the letter. */
export async function standWithMatter(tx: Change, motion: Motion): Promise<void> {
  await makeMoves(tx, await movesOf(tx, motion));
}

async function allMoves(ctx: Ctx, motions: readonly Motion[]): Promise<Move[]> {
  const moves: Move[] = [];
  for (const motion of motions) moves.push(...(await movesOf(ctx, motion)));
  return moves;
}

/** One that was handed up stands where the one above does, and not by a matter of its own. */
async function movesOf(ctx: Ctx, motion: Motion): Promise<Move[]> {
  if (!motion.matterId || (await ctx.db.$count(councilMotions, eq(councilMotions.fromMotionId, motion.id))) > 0) return [];
  const matter = (await statesOfMatters(ctx, motion.countyCode, [motion.matterId])).get(motion.matterId);
  if (!matter) return [];
  const [to, moves] = [stateOf(matter), [] as Move[]];
  for (let at: Motion | undefined = motion; at; at = await below(ctx, at)) {
    if (at.state !== to && afterAnswer.some((state) => state === at!.state)) moves.push({ motion: at, to });
  }
  return moves;
}

async function below(ctx: Ctx, { fromMotionId }: Motion): Promise<Motion | undefined> {
  const [row] = fromMotionId ? await ctx.db.select().from(councilMotions).where(eq(councilMotions.id, fromMotionId)) : [];
  return row;
}

async function makeMoves(tx: Change, moves: readonly Move[]): Promise<void> {
  for (const { motion, to } of moves) {
    await tx.db.update(councilMotions).set({ state: to }).where(and(itself(councilMotions, motion), inArray(councilMotions.state, afterAnswer)));
    await tx.record('council.motion-went-on', motion, { to });
  }
}

/** Told: done, or settled with a no, and the children have said what they think of it. */
function stateOf({ state, isRated }: { state: MatterState; isRated: boolean }): After {
  if (state === 'under-way') return 'in-progress';
  if (state === 'done') return isRated ? 'told' : 'done';
  return state === 'not-adopted' && isRated ? 'told' : 'answered';
}
