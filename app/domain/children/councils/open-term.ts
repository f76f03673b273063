import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { find, hold, holdAs, itself, newestTerm } from './find.ts';
import { councilMembers, councilTerms } from './tables.server.ts';

/** 换届: names may be put forward until a day. The term before goes on until the new one sits. */
export function openTerm(ctx: Ctx, councilId: string, nominateUntil: string): Promise<string> {
  return change(ctx, async (tx) => {
    const council = await holdAs(tx, 'council.keep', 'council', councilId);
    if (nominateUntil < beijingDay(tx.now)) throw new Refusal('council-day-past', 400);
    const last = await newestTerm(tx, council);
    if (last && (last.state === 'nominating' || last.state === 'ballot')) throw new Refusal('council-term-open');
    const [row] = await tx.db.insert(councilTerms)
      .values({ countyCode: council.countyCode, regionCode: council.regionCode, councilId, number: (last?.number ?? 0) + 1, charterVersion: council.charterVersion, nominateUntil })
      .returning({ id: councilTerms.id });
    await tx.record('council.term-opened', council, { number: (last?.number ?? 0) + 1, nominateUntil });
    return row!.id;
  });
}

/** 届满: its members sit no more; done by the clock, and when the next term begins to sit. */
export function endTerm(ctx: Ctx, termId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const term = await hold(tx, 'term', termId);
    if (term.state !== 'sitting') throw new Refusal('council-term-over');
    const today = beijingDay(tx.now);
    await tx.db.update(councilTerms).set({ state: 'ended', endsOn: term.endsOn && term.endsOn < today ? term.endsOn : today }).where(itself(councilTerms, term));
    await tx.db.update(councilMembers).set({ endedOn: today }).where(and(eq(councilMembers.countyCode, term.countyCode), eq(councilMembers.termId, term.id), isNull(councilMembers.endedOn)));
    const council = await find(tx, 'council', term.councilId);
    await tx.record('council.term-ended', council, { number: term.number });
  });
}

/** 到期换届: terms whose last day is over, every morning. */
export async function endTerms(ctx: Ctx): Promise<string> {
  const over = await ctx.db.select({ id: councilTerms.id }).from(councilTerms).where(and(eq(councilTerms.state, 'sitting'), lt(councilTerms.endsOn, beijingDay(ctx.now)))).limit(1000);
  for (const { id } of over) await endTerm(ctx, id);
  return String(over.length);
}

/** 离任: a member stops before the term is over; the seat stays free until the next one. */
export function endMembership(ctx: Ctx, memberId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const member = await holdAs(tx, 'council.keep', 'member', memberId);
    if (member.endedOn) throw new Refusal('council-member-gone');
    await tx.db.update(councilMembers).set({ endedOn: beijingDay(tx.now), isChair: false }).where(itself(councilMembers, member));
    await tx.record('council.member-left', { id: member.councilId, regionCode: member.regionCode }, {});
  });
}
