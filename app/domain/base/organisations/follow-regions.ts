import { eq, inArray } from 'drizzle-orm';
import type { Edge } from '#app/domain/base/accounts/follow-regions.ts';
import type { Change } from '#app/platform/change.ts';
import { organisations } from './tables.server.ts';

/** 机构随单位走: to the principal successor of the unit it lies in. */
export async function followOrganisations(tx: Change, edges: readonly Edge[]): Promise<void> {
  const moves = new Map(edges.filter((edge) => edge.isPrincipal && edge.to !== edge.from).map((edge) => [edge.from, edge.to]));
  if (moves.size === 0) return;
  const found = await tx.db.select({ id: organisations.id, regionCode: organisations.regionCode }).from(organisations).where(inArray(organisations.regionCode, [...moves.keys()])).for('update');
  for (const { id, regionCode } of found) {
    const to = moves.get(regionCode)!;
    await tx.db.update(organisations).set({ regionCode: to }).where(eq(organisations.id, id));
    await tx.record('organisation.region-followed', { id, regionCode: to }, { from: regionCode });
  }
}
