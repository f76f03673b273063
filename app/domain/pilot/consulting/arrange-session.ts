import { and, eq } from 'drizzle-orm';
import { allow, may } from '#app/domain/base/accounts/access.ts';
import { findExpert } from '#app/domain/pilot/experts/experts.ts';
import { type Hindrance, hindranceRefusals, standingOf } from '#app/domain/pilot/experts/model.ts';
import { change, type Change } from '#app/platform/change.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { lockSession, updateSession } from './hold-session.ts';
import type { ArrangeInput } from './input.ts';
import { judgesNow } from './judges-now.ts';
import { sessionExperts } from './tables.server.ts';

/** 安排咨询: who advises, when, where; arranged again it replaces what was arranged. Who judges this community just now does not advise it. */
export function arrangeSession(ctx: Ctx, regionCode: string, id: string, { experts: chosen, on, at, place, mode }: ArrangeInput): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'advice.arrange', { regionCode });
    const { session } = await lockSession(tx, regionCode, id, 'arranged');
    const startsAt = new Date(`${on}T${at}:00+08:00`);
    if (startsAt < tx.now) throw new Refusal('session-in-the-past', 400);
    const people = [...new Set(chosen)];
    const names = new Map<string, string>();
    for (const expertId of people) names.set(expertId, await nameOfAdviser(tx, expertId, on));
    const judging = await judgesNow(tx, regionCode, people);
    if (judging.length > 0) throw new Refusal('expert-judges-now');
    await tx.db.delete(sessionExperts).where(and(eq(sessionExperts.countyCode, session.countyCode), eq(sessionExperts.sessionId, id)));
    await tx.db.insert(sessionExperts).values(people.map((expertId) => ({ countyCode: session.countyCode, sessionId: id, expertId, expertName: names.get(expertId)! })));
    await updateSession(tx, session, { state: 'arranged', startsAt, place, mode });
    await tx.record('advice.arranged', session, { startsAt: startsAt.toISOString(), experts: people, again: session.state === 'arranged' });
  });
}

/** For advice an expert needs all that a review needs, but room for one more. */
const pardoned: readonly Hindrance[] = ['load-full', 'away'];

async function nameOfAdviser(tx: Change, expertId: string, on: string): Promise<string> {
  const expert = await findExpert(tx, expertId);
  if (!expert) throw new Refusal('expert-not-found', 404);
  const [hindrance] = standingOf(expert, beijingDay(tx.now)).reasons.filter((reason) => !pardoned.includes(reason));
  if (hindrance) throw new Refusal(hindranceRefusals[hindrance]);
  if (expert.absences.some(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn)) throw new Refusal('expert-away');
  return expert.name;
}

/** 不予安排 or 取消: before it was held, with the reason; the office declines a wish, either side cancels. */
export function endSession(ctx: Ctx, regionCode: string, id: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { session } = await lockSession(tx, regionCode, id, 'cancelled');
    const isOffice = may(tx.actor, 'advice.arrange', session);
    if (!isOffice) allow(tx, 'plan.edit', session);
    const state = isOffice && session.state === 'asked' ? 'declined' : 'cancelled';
    await updateSession(tx, session, { state, endReason: reason });
    await tx.record(`advice.${state}`, session, { topic: session.topic, reason, was: session.state });
  });
}
