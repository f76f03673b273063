import { and, eq } from 'drizzle-orm';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ofSession } from './call-session.ts';
import { find, holdAs, itself } from './find.ts';
import { fewestVoicesShown, isChecked } from './model.ts';
import { councilAttendance, councilItems, councilMembers, councilMotions, councilSessions, councilSupporters } from './tables.server.ts';

/** 签到: who is there, as one list, as often as it changes; only supporters whose check is valid that day count. */
export function tickAttendance(ctx: Ctx, sessionId: string, { members, supporters }: { members: readonly string[]; supporters: readonly string[] }): Promise<void> {
  return change(ctx, async (tx) => {
    const session = await holdAs(tx, 'council.keep', 'session', sessionId);
    if (session.state === 'held' || session.state === 'cancelled') throw new Refusal('council-session-over');
    const day = beijingDay(tx.now);
    const seats = await tx.db.select({ id: councilMembers.id }).from(councilMembers).where(and(eq(councilMembers.countyCode, session.countyCode), eq(councilMembers.termId, session.termId)));
    const adults = await tx.db.select().from(councilSupporters).where(and(eq(councilSupporters.countyCode, session.countyCode), eq(councilSupporters.councilId, session.councilId)));
    const there = [
      ...[...new Set(members)].filter((id) => seats.some((one) => one.id === id)).map((personId) => ({ personId, isSupporter: false })),
      ...[...new Set(supporters)].map((id) => {
        const adult = adults.find((one) => one.id === id);
        if (!adult || adult.endedOn || !isChecked(adult, day)) throw new Refusal('supporter-not-checked', 400);
        return { personId: id, isSupporter: true };
      }),
    ];
    await tx.db.delete(councilAttendance).where(and(eq(councilAttendance.countyCode, session.countyCode), eq(councilAttendance.sessionId, sessionId)));
    if (there.length > 0) await tx.db.insert(councilAttendance).values(there.map((one) => ({ ...one, countyCode: session.countyCode, sessionId })));
    await tx.record('council.attendance-ticked', session, { members: there.filter((one) => !one.isSupporter).length, supporters: there.filter((one) => one.isSupporter).length });
  });
}

/** 开会: children are never alone with it: one checked supporter is there. */
export function beginSession(ctx: Ctx, sessionId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const session = await holdAs(tx, 'council.keep', 'session', sessionId);
    if (session.state !== 'called') throw new Refusal('council-session-begun');
    const adults = await tx.db.$count(councilAttendance, and(eq(councilAttendance.countyCode, session.countyCode), eq(councilAttendance.sessionId, sessionId), eq(councilAttendance.isSupporter, true)));
    if (adults === 0) throw new Refusal('council-no-supporter');
    await tx.db.update(councilSessions).set({ state: 'running', openedAt: tx.now }).where(itself(councilSessions, session));
    await tx.record('council.session-begun', session);
  });
}

/** 议程走到哪里: this point is being talked about; the one before is done, with what was said of it, without names. */
export function goToItem(ctx: Ctx, sessionId: string, itemId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const session = await holdAs(tx, 'council.keep', 'session', sessionId);
    if (session.state !== 'running') throw new Refusal('council-session-not-running');
    await tx.db.update(councilItems).set({ state: 'done', endedAt: tx.now }).where(and(ofSession(session), eq(councilItems.state, 'now')));
    const [now] = await tx.db.update(councilItems).set({ state: 'now', startedAt: tx.now, endedAt: null }).where(and(ofSession(session), eq(councilItems.id, itemId))).returning({ id: councilItems.id });
    if (!now) throw new Refusal('council-item-not-found', 404);
    await tx.record('council.agenda-moved', session);
  });
}

/** 讨论要点 of a point. */
export function noteItem(ctx: Ctx, sessionId: string, itemId: string, notes: string): Promise<void> {
  return change(ctx, async (tx) => {
    const session = await holdAs(tx, 'council.keep', 'session', sessionId);
    if (session.state === 'cancelled') throw new Refusal('council-session-over');
    const noted = await tx.db.update(councilItems).set({ notes }).where(and(ofSession(session), eq(councilItems.id, itemId))).returning({ id: councilItems.id });
    if (noted.length === 0) throw new Refusal('council-item-not-found', 404);
    await tx.record('council.item-noted', session);
  });
}

/** 散会: what was not voted on waits for the next session; the session is evidence that children were heard. */
export function endSession(ctx: Ctx, sessionId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const session = await holdAs(tx, 'council.keep', 'session', sessionId);
    if (session.state !== 'running') throw new Refusal('council-session-not-running');
    const there = await tx.db.select().from(councilAttendance).where(and(eq(councilAttendance.countyCode, session.countyCode), eq(councilAttendance.sessionId, sessionId)));
    await tx.db.update(councilItems).set({ state: 'done', endedAt: tx.now }).where(and(ofSession(session), eq(councilItems.state, 'now')));
    await tx.db.update(councilMotions).set({ state: 'seconded', sessionId: null, isVotingOpen: false })
      .where(and(eq(councilMotions.countyCode, session.countyCode), eq(councilMotions.sessionId, sessionId), eq(councilMotions.state, 'tabled')));
    await tx.db.update(councilSessions).set({ state: 'held', heldAt: tx.now }).where(itself(councilSessions, session));
    const council = await find(tx, 'council', session.councilId);
    const [children, adults] = [there.filter((one) => !one.isSupporter).length, there.filter((one) => one.isSupporter).length];
    const items = await tx.db.$count(councilItems, ofSession(session));
    await leaveEvidence(tx, {
      regionCode: session.regionCode, kind: 'fact', title: `${council.name}第 ${session.number} 次会议`,
      text: children < fewestVoicesShown ? `${session.place}；议程 ${items} 项。` : `${session.place}；出席委员 ${children} 名，成人支持者 ${adults} 名；议程 ${items} 项。`,
      source: { room: 'children/councils', name: council.name, subjectId: session.id }, ruleIds: ['A3.1', 'A3.2'], validFrom: beijingDay(tx.now),
    });
    await tx.record('council.session-held', session, { number: session.number, members: children, supporters: adults, items });
  });
}
