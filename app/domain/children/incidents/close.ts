import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdIncident } from './find-incident.ts';
import { missingBeforeClosing } from './model.ts';
import { incidentChildren, incidents } from './tables.server.ts';

/** 结案: by another person than reported it, with the lessons; when all has been done that the law asks for. */
export function closeIncident(ctx: Ctx, id: string, lessons: string): Promise<void> {
  return change(ctx, async (tx) => {
    const incident = await holdIncident(tx, id);
    if (incident.reportedBy === tx.actor.id) throw new Refusal('incident-second-person', 403);
    const [missing] = missingBeforeClosing(incident);
    if (missing) throw new Refusal(missing, 422);
    const letters = incident.notice ? await tx.db.$count(incidentChildren, and(eq(incidentChildren.incidentId, id), isNull(incidentChildren.toldAt), isNotNull(incidentChildren.childId))) : 0;
    if (letters > 0) throw new Refusal('incident-letters-left', 422);
    await tx.db.update(incidents).set({ state: 'closed', lessons, closedAt: tx.now, closedByName: tx.actor.name }).where(eq(incidents.id, id));
    await tx.record('incident.closed', incident);
  });
}
