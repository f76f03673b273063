import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hoursOf } from './set-hours.ts';
import type { IncidentInput } from './input.ts';
import { incidents } from './tables.server.ts';

/** 报告事件: what is known now; the clocks run from when it was found. */
export async function reportIncident(ctx: Ctx, input: IncidentInput): Promise<string> {
  allow(ctx, 'incident.report', { regionCode: input.regionCode });
  if (input.foundAt > ctx.now) throw new Refusal('incident-found-later', 422);
  return change(ctx, async (tx) => {
    const { authorityHours, tellHours } = await hoursOf(tx, input.regionCode);
    const after = (hours: number) => new Date(input.foundAt.getTime() + hours * 3_600_000);
    const [row] = await tx.db
      .insert(incidents)
      .values({ ...input, reportedBy: tx.actor.id, reportedByName: tx.actor.name, reportedAt: tx.now, authorityDueAt: after(authorityHours), tellDueAt: after(tellHours) })
      .returning({ id: incidents.id });
    await tx.record('incident.reported', { id: row!.id, regionCode: input.regionCode }, { kind: input.kind, dataKinds: input.dataKinds });
    return row!.id;
  });
}
