import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { Change } from '#app/platform/change.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { incidents } from './tables.server.ts';

export type Incident = typeof incidents.$inferSelect;

/** 处置一件: held while it is changed, for those who handle incidents of its region; what is closed is not changed any more. */
export async function holdIncident(tx: Change, id: string): Promise<Incident> {
  const [incident] = isId(id) ? await tx.db.select().from(incidents).where(eq(incidents.id, id)).for('update') : [];
  if (!incident) throw new Refusal('incident-not-found', 404);
  allow(tx, 'incident.handle', incident);
  if (incident.state === 'closed') throw new Refusal('incident-closed');
  return incident;
}
