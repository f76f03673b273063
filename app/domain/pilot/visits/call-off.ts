import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { readAgenda } from './agenda.ts';
import { aboutVisit, holdVisit } from './hold.ts';
import type { RescheduleInput } from './input.ts';
import { isOver } from './model.ts';
import { visits } from './tables.server.ts';

/** 取消到访: with the reason; what a phone brings afterwards is kept beside the record. */
export function callOffVisit(ctx: Ctx, id: string, { reason }: { reason: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const visit = await holdVisit(tx, id);
    allow(tx, 'visit.plan', visit);
    if (isOver(visit.state)) throw new Refusal('visit-over');
    await tx.db.update(visits).set({ state: 'called-off', endedAt: tx.now, endReason: reason }).where(eq(visits.id, id));
    await tx.record('visit.called-off', aboutVisit(visit), { number: visit.number, reason });
  });
}

/** 改期: other days, another agenda, before it begins. Items of the agenda that are there already keep their ids. */
export function rescheduleVisit(ctx: Ctx, id: string, { fromOn, toOn, agenda, purpose }: RescheduleInput): Promise<void> {
  return change(ctx, async (tx) => {
    const visit = await holdVisit(tx, id);
    allow(tx, 'visit.plan', visit);
    if (visit.state !== 'planned') throw new Refusal('visit-begun');
    const ruleIds = new Set(rulesOf(await getEdition(tx, visit.editionId)).map((rule) => rule.id));
    await tx.db.update(visits).set({ fromOn, toOn, year: Number(fromOn.slice(0, 4)), purpose, agenda: readAgenda(agenda, ruleIds) }).where(eq(visits.id, id));
    await tx.record('visit.rescheduled', aboutVisit(visit), { number: visit.number, fromOn, toOn });
  });
}
