import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { observerRounds, roundSignUps } from './tables.server.ts';

export type Round = typeof observerRounds.$inferSelect;

/** The row of a round, and those who signed up for it. */
export const itself = (round: Pick<Round, 'countyCode' | 'id'>) => and(eq(observerRounds.countyCode, round.countyCode), eq(observerRounds.id, round.id));
export const signUpsOf = (round: Pick<Round, 'countyCode' | 'id'>) => and(eq(roundSignUps.countyCode, round.countyCode), eq(roundSignUps.roundId, round.id));

/** One round by its id; what does not exist is refused. */
export async function findRound(ctx: Ctx, id: string): Promise<Round> {
  const [round] = isId(id) ? await ctx.db.select().from(observerRounds).where(eq(observerRounds.id, id)).limit(1) : [];
  if (!round) throw new Refusal('observer-round-not-found', 404);
  return round;
}

/** The same, held against two who write at once. */
export async function holdRound(tx: Change, id: string): Promise<Round> {
  const found = await findRound(tx, id);
  const [round] = await tx.db.select().from(observerRounds).where(itself(found)).for('update');
  return round!;
}

/** Held by somebody who keeps councils and rounds here. */
export async function holdAsKeeper(tx: Change, id: string): Promise<Round> {
  const round = await holdRound(tx, id);
  allow(tx, 'council.keep', round);
  return round;
}
