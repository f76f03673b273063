import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdIncident } from './find-incident.ts';
import type { AuthorityInput, MeasureInput } from './input.ts';
import { incidentMeasures, incidents } from './tables.server.ts';

/** 处置措施: what was done, and when; with the first one it counts as contained. */
export function noteMeasure(ctx: Ctx, id: string, { what, takenAt }: MeasureInput): Promise<void> {
  return change(ctx, async (tx) => {
    const incident = await holdIncident(tx, id);
    if (takenAt > tx.now) throw new Refusal('incident-found-later', 422);
    await tx.db.insert(incidentMeasures).values({ incidentId: id, what, takenAt, byName: tx.actor.name, notedAt: tx.now });
    if (incident.state === 'reported') await tx.db.update(incidents).set({ state: 'contained' }).where(eq(incidents.id, id));
    await tx.record('incident.measure-noted', incident, { first: incident.state === 'reported' });
  });
}

/** 向主管部门报告: to whom, when, under which number. */
export function noteAuthority(ctx: Ctx, id: string, { authority, number, reportedAt }: AuthorityInput): Promise<void> {
  return change(ctx, async (tx) => {
    const incident = await holdIncident(tx, id);
    if (incident.authorityReportedAt) throw new Refusal('incident-authority-told');
    if (reportedAt > tx.now) throw new Refusal('incident-found-later', 422);
    await tx.db.update(incidents).set({ authority, authorityNumber: number, authorityReportedAt: reportedAt, authorityByName: tx.actor.name }).where(eq(incidents.id, id));
    await tx.record('incident.authority-told', incident, { authority, isLate: reportedAt > incident.authorityDueAt });
  });
}
