import { and, eq } from 'drizzle-orm';
import { isApproved } from '#app/domain/children/moderation/is-approved.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { charterOf, find, hold, holdAs, itself, membersOf, type Motion } from './find.ts';
import { needMember } from './member-here.ts';
import { quorumOf, verdictOf, type Voice, type Votes } from './model.ts';
import { openAsMatter } from './open-as-matter.ts';
import { councilAttendance, councilMotions, councilMotionVoices } from './tables.server.ts';

/** 手机表决开始: members who are there vote on their own phones until it is closed; nobody sees how anybody votes. */
export function openPhoneVote(ctx: Ctx, motionId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const motion = await holdAs(tx, 'council.keep', 'motion', motionId);
    await inRunningSession(tx, motion);
    if (motion.isVotingOpen) throw new Refusal('council-vote-open');
    if ((await tx.db.$count(councilMotions, and(itself(councilMotions, motion), isApproved('motion', councilMotions.id)))) === 0) throw new Refusal('council-motion-unseen');
    await quorate(tx, motion);
    await tx.db.update(councilMotions).set({ isVotingOpen: true, votingBy: 'phones', inFavour: 0, against: 0, abstaining: 0 }).where(itself(councilMotions, motion));
    await tx.record('council.vote-opened', motion);
  });
}

const columns = { for: 'inFavour', against: 'against', abstain: 'abstaining' } as const;

/** 表决 by phone: one voice for a member who is there; kept as a sum and as a tick on the list. */
export function voteByPhone(ctx: Ctx, motionId: string, voice: Voice): Promise<void> {
  return change(ctx, async (tx) => {
    const motion = await hold(tx, 'motion', motionId);
    const member = await needMember(tx, motion.councilId);
    if (!motion.isVotingOpen) throw new Refusal('council-vote-closed');
    if (!(await presentMembers(tx, motion)).includes(member.id)) throw new Refusal('council-not-present', 403);
    const used = await tx.db.insert(councilMotionVoices).values({ countyCode: motion.countyCode, motionId, memberId: member.id }).onConflictDoNothing().returning();
    if (used.length === 0) throw new Refusal('council-voted-already');
    await tx.db.update(councilMotions).set({ [columns[voice]]: motion[columns[voice]] + 1 }).where(itself(councilMotions, motion));
    await tx.record('council.voice-given', motion);
  });
}

/** 表决结果: the sums of the phones, or as hands were counted. Without a quorum nothing is decided and the motion waits. */
export function closeVote(ctx: Ctx, motionId: string, counted?: Votes): Promise<'adopted' | 'rejected'> {
  return change(ctx, async (tx) => {
    const motion = await holdAs(tx, 'council.keep', 'motion', motionId);
    await inRunningSession(tx, motion);
    if (!counted && !motion.isVotingOpen) throw new Refusal('council-vote-closed');
    if (counted && motion.isVotingOpen) throw new Refusal('council-vote-open');
    const { present, quorum, majority } = await quorate(tx, motion);
    const votes = counted ?? motion;
    const given = votes.inFavour + votes.against + votes.abstaining;
    if (given > present) throw new Refusal('council-votes-too-many', 400);
    if (given < quorum) throw new Refusal('council-no-quorum');
    const state = verdictOf(votes, majority);
    await tx.db.delete(councilMotionVoices).where(and(eq(councilMotionVoices.countyCode, motion.countyCode), eq(councilMotionVoices.motionId, motionId)));
    const { inFavour, against, abstaining } = votes;
    await tx.db.update(councilMotions)
      .set({ state, isVotingOpen: false, votingBy: counted ? 'count' : 'phones', inFavour, against, abstaining, present, quorum, votedAt: tx.now }).where(itself(councilMotions, motion));
    await tx.record(`council.motion-${state}`, motion, { inFavour, against, abstaining, present, quorum });
    if (state === 'adopted') await openAsMatter(tx, motion, motion.memberId ? (await find(tx, 'member', motion.memberId)).layer : 'primary');
    return state;
  });
}

async function inRunningSession(tx: Change, motion: Motion): Promise<void> {
  if (motion.state !== 'tabled' || !motion.sessionId) throw new Refusal('council-motion-not-tabled');
  if ((await find(tx, 'session', motion.sessionId)).state !== 'running') throw new Refusal('council-session-not-running');
}

async function presentMembers(tx: Change, { countyCode, sessionId }: Motion): Promise<string[]> {
  const rows = await tx.db.select({ id: councilAttendance.personId }).from(councilAttendance)
    .where(and(eq(councilAttendance.countyCode, countyCode), eq(councilAttendance.sessionId, sessionId!), eq(councilAttendance.isSupporter, false)));
  return rows.map(({ id }) => id);
}

async function quorate(tx: Change, motion: Motion) {
  const council = await find(tx, 'council', motion.councilId);
  const charter = await charterOf(tx, council, council.charterVersion);
  const session = await find(tx, 'session', motion.sessionId!);
  const quorum = quorumOf(charter, (await membersOf(tx, { countyCode: session.countyCode, id: session.termId })).length);
  const present = (await presentMembers(tx, motion)).length;
  if (present < quorum) throw new Refusal('council-no-quorum');
  return { present, quorum, majority: charter.majority };
}
