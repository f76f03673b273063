import { and, eq, inArray } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { lockedAmong } from '#app/domain/children/moderation/shown.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { hold, itself } from './find.ts';
import { moveUp } from './rounds.ts';
import { councilCandidates, councilMembers, councilMotions, observerRounds, roundNotes, roundSignUps } from './tables.server.ts';

/** 忘掉一个孩子: seats, nominations, sign-ups and own words go; what the council decided together stays, without the child. */
export function forgetChild(ctx: Ctx, childId: string): Promise<string> {
  return change(ctx, async (tx) => {
    const many = [await forgetSeats(tx, childId), await forgetMotions(tx, childId), await forgetRounds(tx, childId)].reduce((sum, each) => sum + each, 0);
    await tx.record('council.child-forgotten', { id: childId, regionCode: '*' }, { many });
    return String(many);
  });
}

async function forgetSeats(tx: Change, childId: string): Promise<number> {
  const bare = { childId: null, nickname: '', isShown: false };
  const standing = await tx.db.select().from(councilCandidates).where(eq(councilCandidates.childId, childId));
  for (const row of standing) {
    await tx.db.update(councilCandidates).set({ ...bare, statement: '', namedBy: '', ...(row.state === 'standing' ? { state: 'withdrawn' as const } : {}) }).where(itself(councilCandidates, row));
  }
  const seats = await tx.db.select().from(councilMembers).where(eq(councilMembers.childId, childId));
  for (const row of seats) await tx.db.update(councilMembers).set({ ...bare, isChair: false, endedOn: row.endedOn ?? beijingDay(tx.now) }).where(itself(councilMembers, row));
  return standing.length + seats.length;
}

const undecided = ['put', 'seconded', 'withdrawn'] as const;

async function forgetMotions(tx: Change, childId: string): Promise<number> {
  const motions = await tx.db.select().from(councilMotions).where(eq(councilMotions.childId, childId));
  const locked = await lockedAmong(tx, 'motion', motions.map(({ id }) => id));
  for (const motion of motions) {
    if (undecided.some((state) => state === motion.state) && !locked.has(motion.id)) await tx.db.delete(councilMotions).where(itself(councilMotions, motion));
    else await tx.db.update(councilMotions).set({ childId: null }).where(itself(councilMotions, motion));
  }
  return motions.length;
}

async function forgetRounds(tx: Change, childId: string): Promise<number> {
  const signUps = await tx.db.delete(roundSignUps).where(eq(roundSignUps.childId, childId)).returning();
  for (const { roundId, state } of signUps) if (state === 'seated') await moveUp(tx, await hold(tx, 'round', roundId));
  const notes = await tx.db.select({ note: roundNotes, regionCode: observerRounds.regionCode }).from(roundNotes)
    .innerJoin(observerRounds, and(eq(observerRounds.countyCode, roundNotes.countyCode), eq(observerRounds.id, roundNotes.roundId))).where(eq(roundNotes.childId, childId));
  const locked = await lockedAmong(tx, 'round', notes.map(({ note }) => note.id));
  const [kept, gone] = [notes.filter(({ note }) => locked.has(note.id)), notes.filter(({ note }) => !locked.has(note.id))];
  if (kept.length > 0) await tx.db.update(roundNotes).set({ childId: null }).where(inArray(roundNotes.id, kept.map(({ note }) => note.id)));
  for (const { note, regionCode } of gone) {
    for (const fileId of note.fileIds) await discardFile(tx, fileId, regionCode);
    await tx.db.delete(roundNotes).where(itself(roundNotes, note));
  }
  return signUps.length + notes.length;
}
