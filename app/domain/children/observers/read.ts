import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { isApproved, proposalOf } from '#app/domain/children/moderation/is-approved.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { findRound, signUpsOf } from './find.ts';
import { observerRounds, roundNotes, roundSignUps } from './tables.server.ts';

/** 走访的工作页: who comes, who waits, what was seen. */
export async function roundDesk(ctx: Ctx, roundId: string) {
  const round = await findRound(ctx, roundId);
  allow(ctx, 'council.keep', round);
  const signUps = await ctx.db.select().from(roundSignUps).where(signUpsOf(round)).orderBy(asc(roundSignUps.turn));
  const notes = await ctx.db.select({ note: roundNotes, isApproved: isApproved('round', roundNotes.id), proposal: proposalOf('round', roundNotes.id) }).from(roundNotes).where(and(eq(roundNotes.countyCode, round.countyCode), eq(roundNotes.roundId, roundId))).orderBy(asc(roundNotes.id));
  return { round, signUps: signUps.filter(({ state }) => state !== 'left'), notes };
}

/** 近期走访 of a child's places, with the child's own sign-up and how many seats are left. */
export function roundsForChild(ctx: Ctx, regionCode: string, childId: string | null) {
  return ctx.db
    .select({
      id: observerRounds.id, title: observerRounds.title, about: observerRounds.about, startsAt: observerRounds.startsAt, place: observerRounds.place, seats: observerRounds.seats, state: observerRounds.state,
      supporter: observerRounds.supporter, summary: observerRounds.summary,
      taken: sql<number>`(select count(*)::int from round_sign_ups s where s.county_code = observer_rounds.county_code and s.round_id = observer_rounds.id and s.state = 'seated')`,
      mine: sql<'seated' | 'waiting' | 'left' | null>`(select s.state from round_sign_ups s where s.county_code = observer_rounds.county_code and s.round_id = observer_rounds.id and s.child_id = ${childId}::uuid)`,
    })
    .from(observerRounds)
    .where(and(sql`${regionCode} like ${observerRounds.regionCode} || '%'`, sql`${observerRounds.state} in ('open', 'walked')`, sql`${observerRounds.startsAt} > ${ctx.now.toISOString()}::timestamptz - interval '30 days'`))
    .orderBy(asc(observerRounds.startsAt))
    .limit(12);
}

/** 我的发现 of a round, with the wording one is asked about. */
export function ownNotes(ctx: Ctx, roundId: string) {
  const childId = ctx.child?.childId;
  if (!childId) return [];
  return ctx.db.select({ id: roundNotes.id, text: roundNotes.text, isApproved: isApproved('round', roundNotes.id), proposal: proposalOf('round', roundNotes.id) }).from(roundNotes)
    .where(and(eq(roundNotes.childId, childId), eq(roundNotes.roundId, roundId))).orderBy(asc(roundNotes.id)).limit(20);
}

/** 一地的走访 of a place, newest first. */
export function roundsHere(ctx: Ctx, regionCode: string) {
  allow(ctx, 'council.keep', { regionCode });
  return ctx.db.select().from(observerRounds).where(and(eq(observerRounds.countyCode, countyCode(regionCode)), eq(observerRounds.regionCode, regionCode))).orderBy(desc(observerRounds.id)).limit(30);
}

export type RoundHere = Awaited<ReturnType<typeof roundsHere>>[number];
