import { eq } from 'drizzle-orm';
import { dropItem } from '#app/domain/children/moderation/drop-item.ts';
import { lockedAmong } from '#app/domain/children/moderation/shown.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { itself } from './find.ts';
import { councilCandidates, councilMembers, councilMotions } from './tables.server.ts';

/** 忘掉一个孩子: seats, nominations and own words go; what the council decided together stays, without the child. */
export function forgetChild(ctx: Ctx, childId: string): Promise<string> {
  return change(ctx, async (tx) => {
    const many = (await forgetSeats(tx, childId)) + (await forgetMotions(tx, childId));
    await tx.record('council.child-forgotten', { id: childId, regionCode: '*' }, { many });
    return String(many);
  });
}

async function forgetSeats(tx: Change, childId: string): Promise<number> {
  const bare = { childId: null, nickname: '', isShown: false };
  const standing = await tx.db.select().from(councilCandidates).where(eq(councilCandidates.childId, childId));
  for (const row of standing) {
    await dropItem(tx, { kind: 'motion', subjectId: row.id, regionCode: row.regionCode });
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
    if (undecided.some((state) => state === motion.state) && !locked.has(motion.id)) {
      await dropItem(tx, { kind: 'motion', subjectId: motion.id, regionCode: motion.regionCode });
      await tx.db.delete(councilMotions).where(itself(councilMotions, motion));
    } else await tx.db.update(councilMotions).set({ childId: null }).where(itself(councilMotions, motion));
  }
  return motions.length;
}
