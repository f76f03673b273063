import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { needChild } from '#app/domain/children/identity/here.ts';
import { isApproved, proposalOf } from '#app/domain/children/moderation/is-approved.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { charterOf, find } from './find.ts';
import { mySeats } from './member-here.ts';
import { councilCandidates, councilItems, councilMotions, councils, councilSessions, councilTerms } from './tables.server.ts';

/** 我这里的议事会: of my community and above, the nearest first; which of them I sit in, what comes next, what is being chosen. */
export async function councilsForChild(ctx: Ctx) {
  const child = needChild(ctx);
  const codes = [child.regionCode, ...parentCandidates(child.regionCode)];
  const rows = await ctx.db.select({
    council: councils,
    next: sql<string | null>`(select min(s.starts_at) from council_sessions s where s.county_code = councils.county_code and s.council_id = councils.id and s.state in ('called', 'running') and s.starts_at > ${ctx.now.toISOString()}::timestamptz - interval '6 hours')`,
    termId: councilTerms.id, termState: councilTerms.state, nominateUntil: councilTerms.nominateUntil,
  }).from(councils)
    .leftJoin(councilTerms, and(eq(councilTerms.countyCode, councils.countyCode), eq(councilTerms.councilId, councils.id), inArray(councilTerms.state, ['nominating', 'ballot'])))
    .where(and(inArray(councils.regionCode, codes), eq(councils.isClosed, false))).orderBy(desc(sql`length(${councils.regionCode})`));
  const seats = await mySeats(ctx);
  return rows.map(({ council, next, termId, termState, nominateUntil }) => ({
    id: council.id, name: council.name, level: council.level, next: next ? new Date(next) : null, isMine: seats.some((one) => one.councilId === council.id),
    term: termId ? { id: termId, state: termState!, nominateUntil: nominateUntil! } : null,
  }));
}

/** 一个议事会 as a child sees it: the coming session, the motions that a person has read, mine among them whatever their state. */
export async function councilForChild(ctx: Ctx, councilId: string) {
  const child = needChild(ctx);
  const council = await find(ctx, 'council', councilId);
  if (!child.regionCode.startsWith(council.regionCode) || council.isClosed) throw new Refusal('council-not-found', 404);
  const me = (await mySeats(ctx)).find((one) => one.councilId === councilId);
  const own = child.childId ? eq(councilMotions.childId, child.childId) : sql`false`;
  const motions = await ctx.db.select({
    motion: councilMotions, isApproved: isApproved('motion', councilMotions.id),
    isSeconded: sql<boolean>`exists (select from council_seconds s where s.county_code = council_motions.county_code and s.motion_id = council_motions.id and s.member_id = ${me?.id ?? null}::uuid)`,
    hasVoted: sql<boolean>`exists (select from council_motion_voices v where v.county_code = council_motions.county_code and v.motion_id = council_motions.id and v.member_id = ${me?.id ?? null}::uuid)`,
    isThere: sql<boolean>`exists (select from council_attendance a where a.county_code = council_motions.county_code and a.session_id = council_motions.session_id and a.person_id = ${me?.id ?? null}::uuid)`,
  }).from(councilMotions)
    .where(and(eq(councilMotions.countyCode, council.countyCode), eq(councilMotions.councilId, councilId), sql`${councilMotions.state} <> 'withdrawn'`, or(own, isApproved('motion', councilMotions.id))))
    .orderBy(desc(councilMotions.id)).limit(30);
  const sessions = await ctx.db.select({ session: councilSessions, isApproved: isApproved('minutes', councilSessions.id) }).from(councilSessions)
    .where(and(eq(councilSessions.countyCode, council.countyCode), eq(councilSessions.councilId, councilId), inArray(councilSessions.state, ['called', 'running', 'held']))).orderBy(desc(councilSessions.number)).limit(8);
  return {
    council: { id: council.id, name: council.name }, hasAccount: child.childId !== null, me: me ? { id: me.id, isChair: me.isChair } : null,
    charter: await charterOf(ctx, council, council.charterVersion),
    motions: motions.map(({ motion, ...rest }) => ({
      ...rest, id: motion.id, title: motion.title, text: motion.text, state: motion.state, isOwn: Boolean(child.childId) && motion.childId === child.childId, isVotingOpen: motion.isVotingOpen,
      inFavour: motion.inFavour, against: motion.against, abstaining: motion.abstaining, votedAt: motion.votedAt, childAnswer: motion.childAnswer, answerVerdict: motion.answerVerdict, answeredBy: motion.answeredBy,
      body: motion.body, answerDueOn: motion.answerDueOn,
    })),
    sessions: sessions.map(({ session, isApproved: isRead }) => ({ id: session.id, number: session.number, state: session.state, startsAt: session.startsAt, place: me ? session.place : '', hasMinutes: isRead && session.childMinutes !== '' })),
  };
}
export type ChildCouncil = Awaited<ReturnType<typeof councilForChild>>;

/** 会议 for a child: the agenda, and afterwards the minutes in a child's words once they have been read. */
export async function sessionForChild(ctx: Ctx, sessionId: string) {
  const child = needChild(ctx);
  const session = await find(ctx, 'session', sessionId);
  if (!child.regionCode.startsWith(session.regionCode)) throw new Refusal('council-session-not-found', 404);
  const isMember = (await mySeats(ctx)).some((one) => one.councilId === session.councilId);
  const [row] = await ctx.db.select({ isApproved: isApproved('minutes', councilSessions.id) }).from(councilSessions).where(and(eq(councilSessions.countyCode, session.countyCode), eq(councilSessions.id, sessionId)));
  const items = await ctx.db.select({ id: councilItems.id, title: councilItems.title, state: councilItems.state, isRead: sql<boolean>`council_items.motion_id is null or ${isApproved('motion', councilItems.motionId)}`, motionId: councilItems.motionId, isVotingOpen: councilMotions.isVotingOpen }).from(councilItems)
    .leftJoin(councilMotions, and(eq(councilMotions.countyCode, councilItems.countyCode), eq(councilMotions.id, councilItems.motionId)))
    .where(and(eq(councilItems.countyCode, session.countyCode), eq(councilItems.sessionId, sessionId))).orderBy(asc(councilItems.position));
  return {
    id: session.id, councilId: session.councilId, number: session.number, state: session.state, startsAt: session.startsAt, place: isMember ? session.place : '',
    items: items.filter(({ isRead }) => isRead).map(({ id, title, state, motionId, isVotingOpen }) => ({ id, title, state, votesOn: isMember && isVotingOpen ? motionId : null })), childMinutes: row!.isApproved ? session.childMinutes.split(/\r?\n/).filter(Boolean) : [],
  };
}

/** 选票 as a child sees it: names that a person has read, in the order of a draw nobody chose. */
export async function ballotForChild(ctx: Ctx, termId: string) {
  const child = needChild(ctx);
  const term = await find(ctx, 'term', termId);
  if (!child.regionCode.startsWith(term.regionCode)) throw new Refusal('council-term-not-found', 404);
  const council = await find(ctx, 'council', term.councilId);
  const candidates = await ctx.db.select({ id: councilCandidates.id, nickname: councilCandidates.nickname, statement: councilCandidates.statement, childId: councilCandidates.childId }).from(councilCandidates)
    .where(and(eq(councilCandidates.countyCode, term.countyCode), eq(councilCandidates.termId, termId), eq(councilCandidates.state, 'standing'), isApproved('motion', councilCandidates.id)))
    .orderBy(sql`md5(${councilCandidates.id}::text)`).limit(60);
  const { seats } = await charterOf(ctx, council, term.charterVersion);
  const mine = child.childId ? await ctx.db.select({ id: councilCandidates.id, state: councilCandidates.state, proposal: proposalOf('motion', councilCandidates.id) }).from(councilCandidates).where(and(eq(councilCandidates.countyCode, term.countyCode), eq(councilCandidates.termId, termId), eq(councilCandidates.childId, child.childId))) : [];
  return {
    termId, state: term.state, council: { id: council.id, name: council.name }, seats, nominateUntil: term.nominateUntil, needsSlip: child.childId === null,
    candidates: candidates.map(({ childId: _childId, ...one }) => one), mine: mine[0] ?? null,
  };
}
