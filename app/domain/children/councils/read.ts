import { and, asc, desc, eq, inArray, isNull, like, ne, or, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { isApproved, proposalOf } from '#app/domain/children/moderation/is-approved.ts';
import type { MatterState } from '#app/domain/children/suggestions/model.ts';
import { suggestionMatters } from '#app/domain/children/suggestions/tables.server.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { charterOf, type Council, find, itself, membersOf, newestTerm, type Term } from './find.ts';
import { councilAbove } from './letters.ts';
import { type Charter, firstCharter, quorumOf } from './model.ts';
import {
  councilAttendance, councilCandidates, councilCharters, councilItems, councilMembers, councilMotions, councils, councilSeconds, councilSessions, councilSlips, councilSupporters,
} from './tables.server.ts';

/** 一地的议事会 that is open. */
export async function councilHere(ctx: Ctx, regionCode: string): Promise<Council | undefined> {
  const [council] = await ctx.db.select().from(councils).where(and(eq(councils.countyCode, countyCode(regionCode)), eq(councils.regionCode, regionCode), eq(councils.isClosed, false)));
  return council;
}

const approved = { isApproved: isApproved('motion', councilMotions.id) };
const seconds = sql<number>`(select count(*)::int from council_seconds s where s.county_code = council_motions.county_code and s.motion_id = council_motions.id)`;

/** 议案清单 of a council, newest first. */
export function motionsOf(ctx: Ctx, council: Pick<Council, 'countyCode' | 'id'>) {
  return ctx.db.select({ motion: councilMotions, ...approved, seconds }).from(councilMotions)
    .where(and(eq(councilMotions.countyCode, council.countyCode), eq(councilMotions.councilId, council.id), ne(councilMotions.state, 'withdrawn'))).orderBy(desc(councilMotions.id)).limit(100);
}

export function sessionsOf(ctx: Ctx, council: Pick<Council, 'countyCode' | 'id'>) {
  return ctx.db.select({ session: councilSessions, isApproved: isApproved('minutes', councilSessions.id) }).from(councilSessions)
    .where(and(eq(councilSessions.countyCode, council.countyCode), eq(councilSessions.councilId, council.id))).orderBy(desc(councilSessions.number)).limit(50);
}

function candidatesOf(ctx: Ctx, term: Term) {
  return ctx.db.select({ candidate: councilCandidates, isApproved: isApproved('motion', councilCandidates.id) }).from(councilCandidates)
    .where(and(eq(councilCandidates.countyCode, term.countyCode), eq(councilCandidates.termId, term.id))).orderBy(asc(councilCandidates.id));
}

/** 在任支持者. */
export function supportersOf(ctx: Ctx, council: Pick<Council, 'countyCode' | 'id'>) {
  return ctx.db.select().from(councilSupporters).where(and(eq(councilSupporters.countyCode, council.countyCode), eq(councilSupporters.councilId, council.id), isNull(councilSupporters.endedOn))).orderBy(asc(councilSupporters.id));
}

function chartersOf(ctx: Ctx, council: Council) {
  return ctx.db.select().from(councilCharters).where(and(eq(councilCharters.countyCode, council.countyCode), eq(councilCharters.councilId, council.id))).orderBy(desc(councilCharters.version));
}

/** 章程的工作页: the charter in force and what it was before; the first one to write where there is no council. */
export async function charterDesk(ctx: Ctx, regionCode: string) {
  allow(ctx, 'council.keep', { regionCode });
  const council = await councilHere(ctx, regionCode);
  const versions = council ? await chartersOf(ctx, council) : [];
  return { council, charter: (versions[0]?.content ?? firstCharter) as Charter, versions: versions.map(({ version, reason, adoptedByName, adoptedAt }) => ({ version, reason, adoptedByName, adoptedAt })) };
}

/** 议事会的工作页: everything that is going on in the council of one region; nothing when there is none yet. */
export async function councilDesk(ctx: Ctx, regionCode: string) {
  allow(ctx, 'council.keep', { regionCode });
  const council = await councilHere(ctx, regionCode);
  if (!council) return { council: undefined };
  const term = await newestTerm(ctx, council);
  const { voterKey: _voterKey, drawSeed, counts, ...shown } = term ?? ({} as Partial<Term>);
  const isCounted = term?.countedAt !== null;
  const [versions, sessions, motions, supporters] = [
    await chartersOf(ctx, council), await sessionsOf(ctx, council), await motionsOf(ctx, council), await supportersOf(ctx, council),
  ];
  return {
    council, sessions, motions, supporters,
    charter: versions[0]!.content as Charter,
    versions: versions.map(({ version, reason, adoptedByName, adoptedAt }) => ({ version, reason, adoptedByName, adoptedAt })),
    term: term ? { ...(shown as Omit<Term, 'voterKey' | 'drawSeed' | 'counts'>), drawSeed: isCounted ? drawSeed! : '', counts: isCounted ? counts : {} } : undefined,
    slips: term?.state === 'ballot' ? await ctx.db.$count(councilSlips, and(eq(councilSlips.countyCode, term.countyCode), eq(councilSlips.termId, term.id))) : 0,
    candidates: term ? await candidatesOf(ctx, term) : [],
    members: await sittingMembers(ctx, council),
    linked: await linkedCouncils(ctx, council),
  };
}
export type CouncilDesk = Exclude<Awaited<ReturnType<typeof councilDesk>>, { council: undefined }>;

/** 在任委员 of a council, while names for the next term are already being put forward too. */
export function sittingMembers(ctx: Ctx, council: Pick<Council, 'countyCode' | 'id'>) {
  return ctx.db.select().from(councilMembers)
    .where(and(eq(councilMembers.countyCode, council.countyCode), eq(councilMembers.councilId, council.id), isNull(councilMembers.endedOn))).orderBy(asc(councilMembers.letterNumber)).limit(60);
}

/** 上下级议事会: the nearest above and those right below, with their members who could come up. */
async function linkedCouncils(ctx: Ctx, council: Council) {
  const above = await councilAbove(ctx, council.regionCode);
  const below = council.regionCode.length >= 12 ? [] : await ctx.db.select().from(councils)
    .where(and(like(councils.regionCode, `${council.regionCode}%`), ne(councils.regionCode, council.regionCode), eq(councils.isClosed, false))).orderBy(asc(councils.regionCode)).limit(60);
  const members = below.length === 0 ? [] : await ctx.db.select({ id: councilMembers.id, nickname: councilMembers.nickname, councilId: councilMembers.councilId }).from(councilMembers)
    .where(and(inArray(councilMembers.councilId, below.map(({ id }) => id)), isNull(councilMembers.endedOn))).limit(400);
  return { above: above ? { id: above.id, name: above.name } : undefined, below: below.map(({ id, name, regionCode }) => ({ id, name, regionCode, members: members.filter((one) => one.councilId === id) })) };
}

/** 会议的工作页: agenda, who is there, what is voted on. */
export async function sessionDesk(ctx: Ctx, sessionId: string) {
  const session = await find(ctx, 'session', sessionId);
  allow(ctx, 'council.keep', session);
  const council = await find(ctx, 'council', session.councilId);
  const charter = await charterOf(ctx, council, council.charterVersion);
  const term = { countyCode: session.countyCode, id: session.termId };
  const [read] = await ctx.db.select({ isApproved: isApproved('minutes', councilSessions.id) }).from(councilSessions).where(and(eq(councilSessions.countyCode, session.countyCode), eq(councilSessions.id, sessionId)));
  const members = await membersOf(ctx, term);
  const [items, there, supporters, motions] = [
    await itemsOf(ctx, session), await attendanceOf(ctx, session), await supportersOf(ctx, council),
    await ctx.db.select({ motion: councilMotions, ...approved, seconds }).from(councilMotions)
      .where(and(eq(councilMotions.countyCode, session.countyCode), eq(councilMotions.councilId, council.id), or(eq(councilMotions.sessionId, sessionId), inArray(councilMotions.state, ['put', 'seconded', 'sent'])))),
  ];
  return { session, isRead: read!.isApproved, council, charter, members, items, there, supporters, motions, quorum: quorumOf(charter, members.length) };
}
export type SessionDesk = Awaited<ReturnType<typeof sessionDesk>>;

/** 议程. */
export function itemsOf(ctx: Ctx, session: { countyCode: number; id: string }) {
  return ctx.db.select().from(councilItems).where(and(eq(councilItems.countyCode, session.countyCode), eq(councilItems.sessionId, session.id))).orderBy(asc(councilItems.position));
}

export function attendanceOf(ctx: Ctx, session: { countyCode: number; id: string }) {
  return ctx.db.select().from(councilAttendance).where(and(eq(councilAttendance.countyCode, session.countyCode), eq(councilAttendance.sessionId, session.id)));
}

const matterOf = sql<{ id: string; state: MatterState; owner: string } | null>`(select jsonb_build_object('id', m.id, 'state', m.state, 'owner', m.owner) from ${suggestionMatters} m where m.county_code = council_motions.county_code and m.id = council_motions.matter_id)`;

/** 议案的工作页. */
export async function motionDesk(ctx: Ctx, motionId: string) {
  const motion = await find(ctx, 'motion', motionId);
  allow(ctx, 'council.keep', motion);
  const council = await find(ctx, 'council', motion.councilId);
  const [row] = await ctx.db.select({ ...approved, seconds, proposal: proposalOf('motion', councilMotions.id), matter: matterOf }).from(councilMotions).where(itself(councilMotions, motion));
  const by = await ctx.db.select({ memberId: councilSeconds.memberId }).from(councilSeconds).where(and(eq(councilSeconds.countyCode, motion.countyCode), eq(councilSeconds.motionId, motionId)));
  return { motion, council, ...row!, secondedBy: by.map(({ memberId }) => memberId), members: await sittingMembers(ctx, council), sessions: (await sessionsOf(ctx, council)).map(({ session }) => session), above: await councilAbove(ctx, council.regionCode), charter: await charterOf(ctx, council, council.charterVersion) };
}

/** 所在社区 of a council page: any level from the city down, for those who keep councils there. */
export async function councilPlace(ctx: Ctx, regionCode: string) {
  allow(ctx, 'council.keep', { regionCode });
  const steps = (await regionPaths(ctx, [regionCode])).get(regionCode) ?? [];
  const here = steps.at(-1);
  if (here?.code !== regionCode) throw new Refusal('region-not-found', 404);
  return { code: regionCode, name: here.name, path: steps.slice(0, -1), pilotSince: null };
}
