import { and, eq, max } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { charterOf, holdAs, itself, membersOf, newestTerm, type Session } from './find.ts';
import { councilItems, councilMotions, councilSessions } from './tables.server.ts';

export type Call = { startsAt: Date; place: string };

/** 召集会议 of the council that sits; where the charter says rotation, the chair is the next in turn. */
export function callSession(ctx: Ctx, councilId: string, { startsAt, place }: Call): Promise<string> {
  return change(ctx, async (tx) => {
    const council = await holdAs(tx, 'council.keep', 'council', councilId);
    const term = await newestTerm(tx, council);
    const sitting = term?.state === 'sitting' ? term : undefined;
    if (!sitting) throw new Refusal('council-not-sitting');
    if (startsAt < tx.now) throw new Refusal('council-day-past', 400);
    const [last] = await tx.db.select({ number: max(councilSessions.number) }).from(councilSessions).where(and(eq(councilSessions.countyCode, council.countyCode), eq(councilSessions.councilId, councilId)));
    const number = (last?.number ?? 0) + 1;
    const members = await membersOf(tx, sitting);
    const { chairBy } = await charterOf(tx, council, council.charterVersion);
    const chairId = chairBy === 'rotation' ? (members[(number - 1) % Math.max(1, members.length)]?.id ?? null) : (members.find(({ isChair }) => isChair)?.id ?? null);
    const [row] = await tx.db.insert(councilSessions)
      .values({ countyCode: council.countyCode, regionCode: council.regionCode, councilId, termId: sitting.id, number, startsAt, place, calledByName: tx.actor.name, chairId })
      .returning({ id: councilSessions.id });
    await tx.record('council.session-called', { id: row!.id, regionCode: council.regionCode }, { number, startsAt: startsAt.toISOString() });
    return row!.id;
  });
}

/** 改期: another time or place while it is not yet held. */
export function moveSession(ctx: Ctx, sessionId: string, { startsAt, place }: Call): Promise<void> {
  return change(ctx, async (tx) => {
    const session = await holdAs(tx, 'council.keep', 'session', sessionId);
    if (session.state !== 'called') throw new Refusal('council-session-begun');
    if (startsAt < tx.now) throw new Refusal('council-day-past', 400);
    await tx.db.update(councilSessions).set({ startsAt, place }).where(itself(councilSessions, session));
    await tx.record('council.session-moved', session, { startsAt: startsAt.toISOString() });
  });
}

/** 取消会议: its motions wait for the next one. */
export function cancelSession(ctx: Ctx, sessionId: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const session = await holdAs(tx, 'council.keep', 'session', sessionId);
    if (session.state !== 'called') throw new Refusal('council-session-begun');
    await tx.db.update(councilSessions).set({ state: 'cancelled', endReason: reason }).where(itself(councilSessions, session));
    await tx.db.update(councilMotions).set({ state: 'seconded', sessionId: null }).where(and(eq(councilMotions.countyCode, session.countyCode), eq(councilMotions.sessionId, sessionId), eq(councilMotions.state, 'tabled')));
    await tx.record('council.session-cancelled', session, { reason });
  });
}

/** 列入议程: a point of its own, or a seconded motion. */
export function addToAgenda(ctx: Ctx, sessionId: string, { title, minutes, motionId }: { title: string; minutes: number; motionId?: string | undefined }): Promise<string> {
  return change(ctx, async (tx) => {
    const session = await holdAs(tx, 'council.keep', 'session', sessionId);
    if (session.state !== 'called' && session.state !== 'running') throw new Refusal('council-session-over');
    let heading = title;
    if (motionId) {
      const motion = await holdAs(tx, 'council.keep', 'motion', motionId);
      if (motion.councilId !== session.councilId || motion.state !== 'seconded') throw new Refusal('council-motion-not-seconded');
      await tx.db.update(councilMotions).set({ state: 'tabled', sessionId }).where(itself(councilMotions, motion));
      heading = motion.title;
    }
    if (heading === '') throw new Refusal('council-item-untitled', 400);
    const [last] = await tx.db.select({ position: max(councilItems.position) }).from(councilItems).where(ofSession(session));
    const [row] = await tx.db.insert(councilItems)
      .values({ countyCode: session.countyCode, sessionId, position: (last?.position ?? 0) + 1, title: heading, minutesPlanned: minutes, motionId: motionId ?? null })
      .returning({ id: councilItems.id });
    await tx.record('council.agenda-changed', session, { added: true });
    return row!.id;
  });
}

/** 移出议程: before it was begun; its motion waits again. */
export function takeOffAgenda(ctx: Ctx, sessionId: string, itemId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const session = await holdAs(tx, 'council.keep', 'session', sessionId);
    const [gone] = await tx.db.delete(councilItems).where(and(ofSession(session), eq(councilItems.id, itemId), eq(councilItems.state, 'next'))).returning();
    if (!gone) throw new Refusal('council-item-begun');
    if (gone.motionId) {
      await tx.db.update(councilMotions).set({ state: 'seconded', sessionId: null }).where(and(eq(councilMotions.countyCode, session.countyCode), eq(councilMotions.id, gone.motionId), eq(councilMotions.state, 'tabled')));
    }
    await tx.record('council.agenda-changed', session, { added: false });
  });
}

export const ofSession = (session: Pick<Session, 'countyCode' | 'id'>) => and(eq(councilItems.countyCode, session.countyCode), eq(councilItems.sessionId, session.id));
