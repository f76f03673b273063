import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { findExpert } from '#app/domain/pilot/experts/experts.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { LiftInput } from './input.ts';
import { conflicts } from './tables.server.ts';

/** 解除回避关系: once, with the reason; what was set aside because of it stays aside. Nobody lifts a tie of their own. */
export function liftTie(ctx: Ctx, id: string, { reason }: LiftInput): Promise<void> {
  return change(ctx, async (tx) => {
    const [tie] = isId(id) ? await tx.db.select().from(conflicts).where(eq(conflicts.id, id)).for('update') : [];
    const expert = tie && (await findExpert(tx, tie.expertId));
    allow(tx, 'conflict.record', expert ?? { regionCode: '*' });
    if (!tie || !expert) throw new Refusal('tie-not-found', 404);
    if (tie.expertId === tx.actor.id) throw new Refusal('tie-of-oneself', 403);
    if (tie.liftedAt) throw new Refusal('tie-lifted-already');
    await tx.db.update(conflicts).set({ liftedAt: tx.now, liftedBy: tx.actor.id, liftedByName: tx.actor.name, liftReason: reason }).where(eq(conflicts.id, id));
    await tx.record('conflict.lifted', { id: expert.id, regionCode: expert.regionCode }, { tie: id, kind: tie.kind, reason });
  });
}
