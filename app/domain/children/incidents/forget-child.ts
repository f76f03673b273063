import { eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { incidentChildren } from './tables.server.ts';

/** 忘掉一个孩子: the line stays, so that it is known how many were told; whose it was goes. */
export async function forgetChild(tx: Change, childId: string): Promise<void> {
  const lines = await tx.db.update(incidentChildren).set({ childId: null }).where(eq(incidentChildren.childId, childId)).returning({ id: incidentChildren.id });
  await tx.record('incident.child-forgotten', { id: childId, regionCode: '*' }, { lines: lines.length });
}
