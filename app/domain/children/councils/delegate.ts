import { and, count, eq, isNull } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { charterOf, find, holdAs, hold, itself, newestTerm } from './find.ts';
import { councilMembers, councilTerms } from './tables.server.ts';

/** 委派代表: a member of a council below takes a seat here, as long as one is free. */
export function seatDelegate(ctx: Ctx, councilId: string, memberId: string): Promise<string> {
  return change(ctx, async (tx) => {
    const council = await holdAs(tx, 'council.keep', 'council', councilId);
    const member = await find(tx, 'member', memberId);
    if (member.endedOn || member.regionCode === council.regionCode || !contains(council.regionCode, member.regionCode)) throw new Refusal('council-not-below');
    const newest = await newestTerm(tx, council);
    if (!newest) throw new Refusal('council-not-sitting');
    const term = await hold(tx, 'term', newest.id);
    const { seats, termYears } = await charterOf(tx, council, council.charterVersion);
    const here = and(eq(councilMembers.countyCode, term.countyCode), eq(councilMembers.termId, term.id));
    if ((await tx.db.$count(councilMembers, and(here, isNull(councilMembers.endedOn)))) >= seats) throw new Refusal('council-full');
    if ((await tx.db.$count(councilMembers, and(here, eq(councilMembers.delegateOf, memberId)))) > 0) throw new Refusal('council-delegate-there');
    const startsOn = beijingDay(tx.now);
    if (term.state === 'nominating') {
      // A council of delegates alone needs no ballot of its own: it sits with the first of them.
      await tx.db.update(councilTerms).set({ state: 'sitting', startsOn, endsOn: `${Number(startsOn.slice(0, 4)) + termYears}${startsOn.slice(4)}` }).where(itself(councilTerms, term));
    }
    const [all] = await tx.db.select({ many: count() }).from(councilMembers).where(here);
    const [row] = await tx.db.insert(councilMembers).values({
      countyCode: council.countyCode, regionCode: council.regionCode, councilId, termId: term.id, childId: member.childId, nickname: member.nickname, layer: member.layer, seatKind: 'community',
      letterNumber: `${term.number}-${String(all!.many + 1).padStart(2, '0')}`, isShown: member.isShown, delegateOf: memberId, delegateCounty: member.countyCode, startedOn: startsOn,
    }).returning({ id: councilMembers.id });
    await tx.record('council.delegate-seated', council, { from: member.regionCode });
    return row!.id;
  });
}

/** 推选主持人: by ballot or by hands in the room, as the charter says; the record keeps how. */
export function chooseChair(ctx: Ctx, memberId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const member = await holdAs(tx, 'council.keep', 'member', memberId);
    if (member.endedOn) throw new Refusal('council-member-gone');
    const council = await find(tx, 'council', member.councilId);
    const { chairBy } = await charterOf(tx, council, council.charterVersion);
    if (chairBy === 'rotation') throw new Refusal('council-chair-rotates');
    await tx.db.update(councilMembers).set({ isChair: false }).where(and(eq(councilMembers.countyCode, member.countyCode), eq(councilMembers.termId, member.termId)));
    await tx.db.update(councilMembers).set({ isChair: true }).where(itself(councilMembers, member));
    await tx.record('council.chair-chosen', council, { chairBy });
  });
}

/** 公开小名, where the guardian has signed for it; or no longer. */
export function showMember(ctx: Ctx, memberId: string, isShown: boolean): Promise<void> {
  return change(ctx, async (tx) => {
    const member = await hold(tx, 'member', memberId);
    if (tx.child?.childId !== member.childId || member.childId === null) allow(tx, 'council.keep', member);
    await tx.db.update(councilMembers).set({ isShown }).where(itself(councilMembers, member));
    await tx.record('council.member-shown', { id: member.councilId, regionCode: member.regionCode }, { isShown });
  });
}
