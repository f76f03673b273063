import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdObjection } from './hold-objection.ts';
import { objections } from './tables.server.ts';

/** 受理异议: somebody who is not involved looks into it from now on. */
export function takeUpObjection(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { regionCode, objection } = await holdObjection(tx, id);
    if (objection.state !== 'received') throw new Refusal('objection-taken-up');
    await tx.db.update(objections).set({ state: 'under-review', handlerId: tx.actor.id, handlerName: tx.actor.name, takenUpAt: tx.now }).where(eq(objections.id, id));
    await tx.record('objection.taken-up', { id, regionCode }, { noticeId: objection.noticeId });
  });
}
