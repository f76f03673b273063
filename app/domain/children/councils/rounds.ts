import { and, asc, count, eq, max, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { mayProcess } from '#app/domain/children/identity/consents.ts';
import { needChild } from '#app/domain/children/identity/here.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hold, holdAs, itself, type Round } from './find.ts';
import { backgroundCheckDays, fewestVoicesShown, isChecked } from './model.ts';
import { observerRounds, roundSignUps } from './tables.server.ts';

export type Plan = { title: string; about: string; startsAt: Date; place: string; seats: number; supporter: string; checkedOn: string };

/** 安排走访: with a named adult whose background check is valid on the day. */
export function planRound(ctx: Ctx, regionCode: string, plan: Plan): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'council.keep', { regionCode });
    if (plan.startsAt < tx.now) throw new Refusal('council-day-past', 400);
    const checkValidUntil = addDays(plan.checkedOn, backgroundCheckDays);
    if (!isChecked({ checkedOn: plan.checkedOn, checkValidUntil }, beijingDay(plan.startsAt)) || plan.checkedOn > beijingDay(tx.now)) throw new Refusal('supporter-not-checked', 400);
    const [row] = await tx.db.insert(observerRounds).values({ ...plan, countyCode: countyCode(regionCode), regionCode, checkValidUntil, madeByName: tx.actor.name }).returning({ id: observerRounds.id });
    await tx.record('round.planned', { id: row!.id, regionCode }, { seats: plan.seats, startsAt: plan.startsAt.toISOString() });
    return row!.id;
  });
}

/** 走访报名: one after the other; whoever comes when the seats are taken waits, in the order of coming. */
export function signUp(ctx: Ctx, roundId: string, nickname: string): Promise<'seated' | 'waiting'> {
  return change(ctx, async (tx) => {
    const { childId, regionCode } = needChild(tx);
    if (!childId) throw new Refusal('council-account-needed', 403);
    if (!(await mayProcess(tx, childId, 'participation'))) throw new Refusal('council-consent-needed', 403);
    const round = await hold(tx, 'round', roundId);
    if (!contains(round.regionCode, regionCode)) throw new Refusal('council-of-another-place', 403);
    const [mine] = await tx.db.select().from(roundSignUps).where(and(ofRound(round), eq(roundSignUps.childId, childId)));
    if (mine && mine.state !== 'left') {
      await tx.record('round.signed-up', round, { state: mine.state, again: true });
      return mine.state;
    }
    const state = await nextPlace(tx, round);
    const turn = await nextTurn(tx, round);
    if (mine) await tx.db.update(roundSignUps).set({ state, turn, nickname }).where(and(ofRound(round), eq(roundSignUps.id, mine.id)));
    else await tx.db.insert(roundSignUps).values({ countyCode: round.countyCode, roundId, childId, nickname, state, turn });
    await tx.record('round.signed-up', round, { state });
    return state;
  });
}

/** 代为报名 on paper that the guardian has signed. */
export function signUpOnPaper(ctx: Ctx, roundId: string, { nickname, consentOn }: { nickname: string; consentOn: string }): Promise<'seated' | 'waiting'> {
  return change(ctx, async (tx) => {
    const round = await holdAs(tx, 'council.keep', 'round', roundId);
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
    const round = childId ? await hold(tx, 'round', roundId) : await holdAs(tx, 'council.keep', 'round', roundId);
    const [mine] = await tx.db.select().from(roundSignUps).where(and(ofRound(round), childId ? eq(roundSignUps.childId, childId) : eq(roundSignUps.id, signUpId ?? sql`null`)));
    if (!mine || mine.state === 'left') throw new Refusal('round-not-signed-up', 404);
    await tx.db.update(roundSignUps).set({ state: 'left' }).where(and(ofRound(round), eq(roundSignUps.id, mine.id)));
    if (mine.state === 'seated') await moveUp(tx, round);
    await tx.record('round.taken-back', round, { was: mine.state });
  });
}

const ofRound = (round: Pick<Round, 'countyCode' | 'id'>) => and(eq(roundSignUps.countyCode, round.countyCode), eq(roundSignUps.roundId, round.id));

/** The round is held, so that nobody else counts meanwhile. */
async function nextPlace(tx: Change, round: Round): Promise<'seated' | 'waiting'> {
  if (round.state !== 'open' || round.startsAt <= tx.now) throw new Refusal('round-closed');
  const [taken] = await tx.db.select({ many: count() }).from(roundSignUps).where(and(ofRound(round), eq(roundSignUps.state, 'seated')));
  return taken!.many < round.seats ? 'seated' : 'waiting';
}

async function nextTurn(tx: Change, round: Round): Promise<number> {
  const [last] = await tx.db.select({ turn: max(roundSignUps.turn) }).from(roundSignUps).where(ofRound(round));
  return (last?.turn ?? 0) + 1;
}

/** 递补. */
export async function moveUp(tx: Change, round: Round): Promise<void> {
  if (round.state !== 'open') return;
  const [first] = await tx.db.select({ id: roundSignUps.id }).from(roundSignUps).where(and(ofRound(round), eq(roundSignUps.state, 'waiting'))).orderBy(asc(roundSignUps.turn)).limit(1);
  if (first) await tx.db.update(roundSignUps).set({ state: 'seated' }).where(and(ofRound(round), eq(roundSignUps.id, first.id)));
}

/** 走访结束: who was there, and what became of it in one sentence. */
export function holdRound(ctx: Ctx, roundId: string, { there, summary }: { there: readonly string[]; summary: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const round = await holdAs(tx, 'council.keep', 'round', roundId);
    if (round.state !== 'open' && round.state !== 'closed') throw new Refusal('round-closed');
    if (round.startsAt > tx.now) throw new Refusal('round-not-yet');
    const seats = await tx.db.select({ id: roundSignUps.id }).from(roundSignUps).where(and(ofRound(round), eq(roundSignUps.state, 'seated')));
    for (const { id } of seats) await tx.db.update(roundSignUps).set({ wasThere: there.includes(id) }).where(and(ofRound(round), eq(roundSignUps.id, id)));
    const many = seats.filter(({ id }) => there.includes(id)).length;
    await tx.db.update(observerRounds).set({ state: 'walked', summary, walkedAt: tx.now }).where(itself(observerRounds, round));
    await leaveEvidence(tx, {
      regionCode: round.regionCode, kind: 'fact', title: `儿童观察员走访：${round.place}`, text: many < fewestVoicesShown ? '儿童观察员和成人支持者一同走访。' : `儿童观察员 ${many} 名，成人支持者一同走访。`,
      source: { room: 'children/councils', name: round.title, subjectId: round.id }, ruleIds: ['A3.2'], validFrom: beijingDay(round.startsAt),
    });
    await tx.record('round.walked', round, { children: many });
  });
}
