import { and, eq } from 'drizzle-orm';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { isApproved } from '#app/domain/children/moderation/is-approved.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { charterOf, find, hold, holdAs, itself, type Motion } from './find.ts';
import { needMember } from './member-here.ts';
import { nextMotionStates } from './model.ts';
import { councilMotions, councilSeconds } from './tables.server.ts';

export type MotionText = { title: string; text: string };

/** 提出议案: by a member; others read it when a person has approved it. */
export function putMotion(ctx: Ctx, councilId: string, said: MotionText): Promise<string> {
  return change(ctx, async (tx) => {
    const council = await find(tx, 'council', councilId);
    const member = await needMember(tx, councilId);
    return enter(tx, { countyCode: council.countyCode, regionCode: council.regionCode, councilId, ...said, childId: member.childId, memberId: member.id, putAt: tx.now }, 'child');
  });
}

/** 代写议案: a supporter writes down what a member said; the child's own words. */
export function putMotionOnPaper(ctx: Ctx, memberId: string, said: MotionText): Promise<string> {
  return change(ctx, async (tx) => {
    const member = await holdAs(tx, 'council.keep', 'member', memberId);
    if (member.endedOn) throw new Refusal('council-member-gone');
    const { countyCode, regionCode, councilId, childId } = member;
    return enter(tx, { countyCode, regionCode, councilId, ...said, childId, memberId, putAt: tx.now, byPaper: true }, 'child');
  });
}

async function enter(tx: Change, motion: typeof councilMotions.$inferInsert, from: 'child' | 'adult'): Promise<string> {
  const [row] = await tx.db.insert(councilMotions).values(motion).returning({ id: councilMotions.id });
  const id = row!.id;
  await holdForModeration(tx, { kind: 'motion', subjectId: id, regionCode: motion.regionCode, from, texts: [{ field: 'title', text: motion.title }, { field: 'text', text: motion.text }] });
  const charter = await charterOf(tx, { countyCode: motion.countyCode, id: motion.councilId }, (await find(tx, 'council', motion.councilId)).charterVersion);
  if (charter.secondsNeeded === 0) await tx.db.update(councilMotions).set({ state: 'seconded' }).where(and(eq(councilMotions.countyCode, motion.countyCode), eq(councilMotions.id, id)));
  await tx.record('council.motion-put', { id, regionCode: motion.regionCode }, { onPaper: motion.byPaper ?? false });
  return id;
}

/** 附议: another member wants it debated; with enough of them it may go on an agenda. */
export function secondMotion(ctx: Ctx, motionId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const motion = await hold(tx, 'motion', motionId);
    return second(tx, motion, (await needMember(tx, motion.councilId)).id);
  });
}

/** 代记附议 in the room. */
export function secondOnPaper(ctx: Ctx, motionId: string, memberId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const motion = await holdAs(tx, 'council.keep', 'motion', motionId);
    const member = await find(tx, 'member', memberId);
    if (member.councilId !== motion.councilId || member.endedOn) throw new Refusal('council-member-gone');
    return second(tx, motion, memberId);
  });
}

async function second(tx: Change, motion: Motion, memberId: string): Promise<void> {
  if (motion.memberId === memberId) throw new Refusal('council-own-motion');
  if (motion.state !== 'put' && motion.state !== 'seconded') throw new Refusal('council-motion-moved-on');
  if ((await tx.db.$count(councilMotions, and(itself(councilMotions, motion), isApproved('motion', councilMotions.id)))) === 0) throw new Refusal('council-motion-being-read');
  const entered = await tx.db.insert(councilSeconds).values({ countyCode: motion.countyCode, motionId: motion.id, memberId }).onConflictDoNothing().returning();
  if (entered.length === 0) throw new Refusal('council-seconded-already');
  const many = await tx.db.$count(councilSeconds, and(eq(councilSeconds.countyCode, motion.countyCode), eq(councilSeconds.motionId, motion.id)));
  const { secondsNeeded } = await charterOf(tx, { countyCode: motion.countyCode, id: motion.councilId }, (await find(tx, 'council', motion.councilId)).charterVersion);
  if (many >= secondsNeeded) await tx.db.update(councilMotions).set({ state: 'seconded' }).where(itself(councilMotions, motion));
  await tx.record('council.motion-seconded', motion, { many });
}

/** 收回议案: by whoever put it, before it is on an agenda. */
export function withdrawMotion(ctx: Ctx, motionId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const motion = tx.child ? await hold(tx, 'motion', motionId) : await holdAs(tx, 'council.keep', 'motion', motionId);
    if (tx.child && (!tx.child.childId || motion.childId !== tx.child.childId)) throw new Refusal('council-motion-not-found', 404);
    moveTo(motion, 'withdrawn');
    await tx.db.update(councilMotions).set({ state: 'withdrawn' }).where(itself(councilMotions, motion));
    await tx.record('council.motion-withdrawn', motion);
  });
}

/** What cannot follow is refused. */
export function moveTo(motion: Pick<Motion, 'state'>, to: Motion['state']): void {
  if (!nextMotionStates[motion.state].includes(to)) throw new Refusal('council-motion-moved-on');
}
