import { and, asc, count, eq, max, sql } from 'drizzle-orm';
import { contains } from '#app/domain/base/regions/model.ts';
import { mayProcess } from '#app/domain/children/identity/consents.ts';
import { needChild } from '#app/domain/children/identity/here.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdAsKeeper, holdRound, type Round, signUpsOf } from './find.ts';
import { roundSignUps } from './tables.server.ts';

/** 走访报名: one after the other; whoever comes when the seats are taken waits, in the order of coming. */
export function signUp(ctx: Ctx, roundId: string, nickname: string): Promise<'seated' | 'waiting'> {
  return change(ctx, async (tx) => {
    const { childId, regionCode } = needChild(tx);
    if (!childId) throw new Refusal('council-account-needed', 403);
    if (!(await mayProcess(tx, childId, 'participation'))) throw new Refusal('council-consent-needed', 403);
    const round = await holdRound(tx, roundId);
    if (!contains(round.regionCode, regionCode)) throw new Refusal('council-of-another-place', 403);
    const [mine] = await tx.db.select().from(roundSignUps).where(and(signUpsOf(round), eq(roundSignUps.childId, childId)));
    if (mine && mine.state !== 'left') {
      await tx.record('round.signed-up', round, { state: mine.state, again: true });
      return mine.state;
    }
    const state = await nextPlace(tx, round);
    const turn = await nextTurn(tx, round);
    if (mine) await tx.db.update(roundSignUps).set({ state, turn, nickname }).where(and(signUpsOf(round), eq(roundSignUps.id, mine.id)));
    else await tx.db.insert(roundSignUps).values({ countyCode: round.countyCode, roundId, childId, nickname, state, turn });
    await tx.record('round.signed-up', round, { state });
    return state;
  });
}

/** 代为报名 on paper that the guardian has signed. */
export function signUpOnPaper(ctx: Ctx, roundId: string, { nickname, consentOn }: { nickname: string; consentOn: string }): Promise<'seated' | 'waiting'> {
  return change(ctx, async (tx) => {
    const round = await holdAsKeeper(tx, roundId);
    if (consentOn > beijingDay(tx.now)) throw new Refusal('council-day-ahead', 400);
    const state = await nextPlace(tx, round);
    await tx.db.insert(roundSignUps).values({ countyCode: round.countyCode, roundId, nickname, consentOn, state, turn: await nextTurn(tx, round) });
    await tx.record('round.signed-up', round, { state, onPaper: true });
    return state;
  });
}

/** 让出名额: whoever has waited longest gets the seat. */
export function takeBack(ctx: Ctx, roundId: string, signUpId?: string): Promise<void> {
  return change(ctx, async (tx) => {
    const childId = tx.child?.childId;
    const round = childId ? await holdRound(tx, roundId) : await holdAsKeeper(tx, roundId);
    const [mine] = await tx.db.select().from(roundSignUps).where(and(signUpsOf(round), childId ? eq(roundSignUps.childId, childId) : eq(roundSignUps.id, signUpId ?? sql`null`)));
    if (!mine || mine.state === 'left') throw new Refusal('round-not-signed-up', 404);
    await tx.db.update(roundSignUps).set({ state: 'left' }).where(and(signUpsOf(round), eq(roundSignUps.id, mine.id)));
    if (mine.state === 'seated') await moveUp(tx, round);
    await tx.record('round.taken-back', round, { was: mine.state });
  });
}

/** The round is held, so that nobody else counts meanwhile. */
async function nextPlace(tx: Change, round: Round): Promise<'seated' | 'waiting'> {
  if (round.state !== 'open' || round.startsAt <= tx.now) throw new Refusal('observer-round-closed');
  const [taken] = await tx.db.select({ many: count() }).from(roundSignUps).where(and(signUpsOf(round), eq(roundSignUps.state, 'seated')));
  return taken!.many < round.seats ? 'seated' : 'waiting';
}

async function nextTurn(tx: Change, round: Round): Promise<number> {
  const [last] = await tx.db.select({ turn: max(roundSignUps.turn) }).from(roundSignUps).where(signUpsOf(round));
  return (last?.turn ?? 0) + 1;
}

/** 递补. */
export async function moveUp(tx: Change, round: Round): Promise<void> {
  if (round.state !== 'open') return;
  const [first] = await tx.db.select({ id: roundSignUps.id }).from(roundSignUps).where(and(signUpsOf(round), eq(roundSignUps.state, 'waiting'))).orderBy(asc(roundSignUps.turn)).limit(1);
  if (first) await tx.db.update(roundSignUps).set({ state: 'seated' }).where(and(signUpsOf(round), eq(roundSignUps.id, first.id)));
}
