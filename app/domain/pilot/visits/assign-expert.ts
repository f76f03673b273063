import { and, eq, isNull } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { findExpert } from '#app/domain/pilot/experts/experts.ts';
import { hindranceRefusals } from '#app/domain/pilot/experts/model.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { aboutVisit, holdVisit, judgeVisit, type Visit } from './hold.ts';
import type { AssignInput } from './input.ts';
import { type ExpertSlot, isOver } from './model.ts';
import { visitExperts } from './tables.server.ts';
import { refuseTied } from './ties.ts';

/** 换人: another expert goes in this place; whoever went before keeps what they wrote, beside the record. An empty second place is nobody. */
export function assignVisitExpert(ctx: Ctx, id: string, { slot, expertId }: AssignInput): Promise<void> {
  return change(ctx, async (tx) => {
    const visit = await holdVisit(tx, id);
    allow(tx, 'visit.plan', visit);
    if (isOver(visit.state)) throw new Refusal('visit-over');
    if (expertId === '' && slot === 'expert') throw new Refusal('visit-needs-expert', 400);
    const here = and(eq(visitExperts.visitId, id), isNull(visitExperts.setAsideAt));
    const [same] = expertId ? await tx.db.select().from(visitExperts).where(and(here, eq(visitExperts.expertId, expertId))) : [];
    if (same) throw new Refusal('expert-already-assigned');
    await tx.db.update(visitExperts).set({ setAsideAt: tx.now }).where(and(here, eq(visitExperts.slot, slot)));
    if (expertId) await seatExpert(tx, visit, slot, expertId);
    await tx.record('visit.expert-changed', aboutVisit(visit), { number: visit.number, slot, expertId });
    await judgeVisit(tx, visit);
  });
}

/** 派专家: one who may be sent today and whom nothing ties to the community; the database says no as well. Somebody who was here before comes back. */
export async function seatExpert(tx: Change, visit: Visit, slot: ExpertSlot, expertId: string): Promise<void> {
  const expert = await findExpert(tx, expertId);
  if (!expert) throw new Refusal('expert-not-found', 404);
  await refuseTied(tx, expertId, visit.regionCode);
  const [hindrance] = expert.reasons.filter((reason) => reason !== 'load-full');
  if (hindrance) throw new Refusal(hindranceRefusals[hindrance]);
  const fresh = { slot, assignedBy: tx.actor.id, assignedAt: tx.now, setAsideAt: null };
  await tx.db.insert(visitExperts).values({ visitId: visit.id, expertId, ...fresh }).onConflictDoUpdate({ target: [visitExperts.visitId, visitExperts.expertId], set: fresh });
}
