import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { invitations, roleGrants, users } from './tables.server.ts';

/** Which unit follows which; the principal one where only one may. */
export type Edge = { from: string; to: string; isPrincipal: boolean };

/**
 * 授权随单位走: whoever held a role in a unit holds it in each of its successors, and no longer under the old code;
 * people and open invitations belong to the principal successor. Roles in wider regions stay as they are.
 */
export async function followGrants(tx: Change, edges: readonly Edge[]): Promise<void> {
  const next = new Map<string, Edge[]>();
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge]);
  const codes = [...next.keys()];
  if (codes.length === 0) return;
  const held = await tx.db.select().from(roleGrants).where(inArray(roleGrants.regionCode, codes)).for('update');
  for (const [from, to] of next) {
    if (!to.some((edge) => edge.to === from)) await tx.db.delete(roleGrants).where(and(eq(roleGrants.regionCode, from), inArray(roleGrants.id, held.map(({ id }) => id).concat(nobody))));
  }
  const wanted = held.flatMap(({ userId, role, regionCode, organisationId, grantedBy }) =>
    next.get(regionCode)!.map((edge) => ({ userId, role, regionCode: edge.to, organisationId, grantedBy, grantedAt: tx.now })),
  );
  if (wanted.length > 0) await tx.db.insert(roleGrants).values(wanted).onConflictDoNothing();
  await move(tx, edges);
  for (const { userId, role, regionCode } of held) await tx.record('role.followed', { id: userId, regionCode }, { role, from: regionCode, to: next.get(regionCode)!.map((edge) => edge.to) });
}

const nobody = '00000000-0000-0000-0000-000000000000';

async function move(tx: Change, edges: readonly Edge[]) {
  const moves = edges.filter((edge) => edge.isPrincipal && edge.to !== edge.from);
  if (moves.length === 0) return;
  const of = (column: typeof users.regionCode | typeof invitations.regionCode) =>
    sql`(select m.to_code from jsonb_to_recordset(${JSON.stringify(moves.map((edge) => ({ from_code: edge.from, to_code: edge.to })))}::jsonb) m(from_code text, to_code text) where m.from_code = ${column})`;
  const from = moves.map((edge) => edge.from);
  await tx.db.update(users).set({ regionCode: of(users.regionCode) }).where(inArray(users.regionCode, from));
  await tx.db.update(invitations).set({ regionCode: of(invitations.regionCode) }).where(and(inArray(invitations.regionCode, from), isNull(invitations.revokedAt)));
}
