import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { tellEach } from '#app/domain/base/inbox/tell.ts';
import { guardiansOf } from '#app/domain/children/identity/find-affected.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdIncident, type Incident } from './find-incident.ts';
import type { NoticeInput } from './input.ts';
import { incidentChildren, incidentMeasures, incidents } from './tables.server.ts';

/** 告知家庭: with what the law lists; each guardian in the app at once, the others stay on the list for letters (个人信息保护法 57). */
export function tellFamilies(ctx: Ctx, id: string, notice: NoticeInput): Promise<{ told: number; letters: number }> {
  return change(ctx, async (tx) => {
    const incident = await holdIncident(tx, id);
    if (incident.notice) throw new Refusal('incident-told-already');
    if ((await tx.db.$count(incidentMeasures, eq(incidentMeasures.incidentId, id))) === 0) throw new Refusal('incident-not-contained', 422);
    await tx.db.update(incidents).set({ notice, state: 'told', toldAt: tx.now, toldByName: tx.actor.name, notToldReason: '' }).where(eq(incidents.id, id));
    const told = await tellLines(tx, incident);
    const letters = await tx.db.$count(incidentChildren, and(eq(incidentChildren.incidentId, id), isNull(incidentChildren.toldAt)));
    await tx.record('incident.families-told', incident, { told, letters });
    return { told, letters };
  });
}

/** Every child on the list whose family has not heard and has an account: a message to each guardian, and the line says so. */
export async function tellLines(tx: Change, incident: Incident): Promise<number> {
  const untold = await tx.db.select({ id: incidentChildren.id, childId: incidentChildren.childId }).from(incidentChildren).where(and(eq(incidentChildren.incidentId, incident.id), isNull(incidentChildren.toldAt)));
  const guardians = await guardiansOf(tx, untold.flatMap(({ childId }) => childId ?? []));
  const people = [...new Set([...guardians.values()].flat())];
  await tellEach(tx, 'incident-told', people.map((userId) => ({ userId, params: {}, link: `/family/incidents/${incident.id}`, cause: incident.id })));
  const reached = untold.filter(({ childId }) => childId !== null && guardians.has(childId));
  for (const { id, childId } of reached) {
    await tx.db.update(incidentChildren).set({ way: 'in-app', toldAt: tx.now, toldByName: tx.actor.name, guardians: guardians.get(childId!)!.length }).where(eq(incidentChildren.id, id));
  }
  return reached.length;
}

/** 书面告知送达: letters that were handed over. */
export function noteLetters(ctx: Ctx, id: string, lineIds: readonly string[]): Promise<void> {
  return change(ctx, async (tx) => {
    const incident = await holdIncident(tx, id);
    if (!incident.notice) throw new Refusal('incident-not-told', 422);
    const done = await tx.db
      .update(incidentChildren)
      .set({ way: 'paper', toldAt: tx.now, toldByName: tx.actor.name })
      .where(and(eq(incidentChildren.incidentId, id), isNull(incidentChildren.toldAt), lineIds.length > 0 ? inArray(incidentChildren.id, [...lineIds]) : sql`false`))
      .returning({ id: incidentChildren.id });
    if (done.length === 0) throw new Refusal('incident-no-letters', 422);
    await tx.record('incident.letters-noted', incident, { many: done.length });
  });
}

/** 不必告知: only where the measures keep all harm away; the reason stands in the report (个人信息保护法 57). */
export function tellNobody(ctx: Ctx, id: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const incident = await holdIncident(tx, id);
    if (incident.notice) throw new Refusal('incident-told-already');
    if (incident.state === 'reported') throw new Refusal('incident-not-contained', 422);
    await tx.db.update(incidents).set({ state: 'told', notToldReason: reason }).where(eq(incidents.id, id));
    await tx.record('incident.nobody-told', incident);
  });
}
