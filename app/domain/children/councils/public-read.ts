import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { isApproved } from '#app/domain/children/moderation/is-approved.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { charterOf, find, newestTerm } from './find.ts';
import { councilAbove } from './letters.ts';
import { fewestVoicesShown } from './model.ts';
import { councilCandidates, councilMembers, councilMotions, councilSessions } from './tables.server.ts';

/** 议事会 for everybody: the charter, the seats, what was decided and what became of it. No child's name; a nickname only where the child and the guardian want it; no time and place of what is to come. */
export async function publicCouncil(ctx: Ctx, id: string) {
  const council = await find(ctx, 'council', id);
  const term = await newestTerm(ctx, council);
  const here = { county: council.countyCode };
  const seats = await ctx.db.select({
    seatKind: councilMembers.seatKind, layer: councilMembers.layer, isChair: councilMembers.isChair,
    nickname: sql<string>`case when ${councilMembers.isShown} and (${councilMembers.candidateId} is null or ${isApproved('motion', councilMembers.candidateId)}) then ${councilMembers.nickname} else '' end`,
    isDelegate: sql<boolean>`${councilMembers.delegateOf} is not null`,
  }).from(councilMembers).where(and(eq(councilMembers.countyCode, here.county), eq(councilMembers.councilId, id), isNull(councilMembers.endedOn))).orderBy(asc(councilMembers.letterNumber)).limit(60);
  const sessions = await ctx.db.select({ id: councilSessions.id, number: councilSessions.number, heldAt: councilSessions.heldAt, startsAt: councilSessions.startsAt, minutes: councilSessions.minutes, childMinutes: councilSessions.childMinutes, isRead: isApproved('minutes', councilSessions.id) })
    .from(councilSessions).where(and(eq(councilSessions.countyCode, here.county), eq(councilSessions.councilId, id), eq(councilSessions.state, 'held'))).orderBy(desc(councilSessions.number)).limit(24);
  const motions = await ctx.db.select().from(councilMotions)
    .where(and(eq(councilMotions.countyCode, here.county), eq(councilMotions.councilId, id), isApproved('motion', councilMotions.id), inArray(councilMotions.state, ['tabled', 'adopted', 'rejected', 'sent', 'answered', 'in-progress', 'done', 'told', 'handed-up'])))
    .orderBy(desc(councilMotions.id)).limit(100);
  const counted = term?.countedAt && term.voices >= fewestVoicesShown
    ? await ctx.db.select({ id: councilCandidates.id, votes: councilCandidates.votes, electedBy: councilCandidates.electedBy, drawRank: councilCandidates.drawRank }).from(councilCandidates)
      .where(and(eq(councilCandidates.countyCode, here.county), eq(councilCandidates.termId, term.id), inArray(councilCandidates.state, ['elected', 'reserve']))).orderBy(desc(councilCandidates.votes), asc(councilCandidates.drawRank))
    : [];
  const above = await councilAbove(ctx, council.regionCode);
  return {
    council: { id, name: council.name, level: council.level, regionCode: council.regionCode, foundedOn: council.foundedOn, charterVersion: council.charterVersion, isClosed: council.isClosed },
    place: (await regionPath(ctx, council.regionCode)).map(({ name }) => name).join(' '), charter: await charterOf(ctx, council, council.charterVersion), seats,
    term: term ? { number: term.number, state: term.state, startsOn: term.startsOn, endsOn: term.endsOn, drawSeedHash: term.drawSeedHash, drawSeed: term.countedAt ? term.drawSeed : '', voices: counted.length > 0 ? term.voices : null } : null,
    counted,
    sessions: sessions.map(({ isRead, minutes, childMinutes, ...session }) => ({ ...session, minutes: isRead ? minutes : '', childMinutes: isRead ? childMinutes : '' })),
    motions: motions.map(({ id: motionId, title, text, state, inFavour, against, abstaining, votedAt, present, quorum, body, sentOn, answerDueOn, answeredAt, answerVerdict, answer, answeredBy, fromCouncilName, matterId }) => ({
      id: motionId, title, text, state, inFavour, against, abstaining, votedAt, present, quorum, body, sentOn, answerDueOn, answeredAt, answerVerdict, answer, answeredBy, fromCouncilName, hasMatter: matterId !== null,
      isLate: state === 'sent' && answerDueOn !== null && answerDueOn < beijingDay(ctx.now),
    })),
    above: above ? { id: above.id, name: above.name } : null,
  };
}
export type PublicCouncil = Awaited<ReturnType<typeof publicCouncil>>;
