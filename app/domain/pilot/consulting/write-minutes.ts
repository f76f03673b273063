import { and, eq } from 'drizzle-orm';
import { keepTie } from '#app/domain/pilot/conflicts/keep-tie.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { allowToAdvise, lockSession, updateSession } from './hold-session.ts';
import type { HoldInput } from './input.ts';
import type { Attendee } from './model.ts';
import { sessionExperts } from './tables.server.ts';

/**
 * 记录咨询: it was held, who was there, what was said. From then on whoever advised keeps away from judging this community: the tie
 * closes what they have in hand of it in the same moment.
 */
export function writeMinutes(ctx: Ctx, regionCode: string, id: string, { minutes, experts: came, attendance }: HoldInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { session, experts } = await lockSession(tx, regionCode, id, 'held');
    allowToAdvise(tx, session, experts);
    if (session.startsAt && session.startsAt > tx.now) throw new Refusal('session-not-yet');
    if (came.some((one) => !experts.some(({ expertId }) => expertId === one))) throw new Refusal('expert-not-of-session', 400);
    const day = beijingDay(session.startsAt ?? tx.now);
    for (const { expertId } of experts) {
      const attended = came.includes(expertId);
      const reason = `${day} 咨询辅导：${session.topic}`;
      const tieId = attended ? await keepTie(tx, { expertId, kind: 'trained-or-consulted', source: 'recorded', reason, tiedTo: { communityCode: regionCode }, fromOn: day }) : null;
      await tx.db.update(sessionExperts).set({ attended, tieId }).where(and(eq(sessionExperts.countyCode, session.countyCode), eq(sessionExperts.sessionId, id), eq(sessionExperts.expertId, expertId)));
    }
    await updateSession(tx, session, { state: 'held', minutes, attendance: attendeesIn(attendance), heldAt: tx.now, heldByName: tx.actor.name });
    await tx.record('advice.held', session, { topic: session.topic, experts: came });
  });
}

/** One person a line: the name, then, after a blank or a comma, the role. */
function attendeesIn(text: string): Attendee[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 60).map((line) => {
    const [name = '', ...role] = line.split(/[\s,，、：:]+/);
    return { name, role: role.join(' ') };
  });
}
