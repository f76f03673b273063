import { and, eq } from 'drizzle-orm';
import { endHold } from '#app/domain/pilot/notices/holds.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdOpen } from './hold-objection.ts';
import type { DuplicateInput } from './input.ts';
import { objections } from './tables.server.ts';

/** 并案: the same matter was raised before; the answer to that one answers this one too, and its code shows it. */
export function linkDuplicate(ctx: Ctx, id: string, { of }: DuplicateInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { objection, regionCode } = await holdOpen(tx, id);
    const [main] = await tx.db.select({ state: objections.state, level: objections.level }).from(objections)
      .where(and(eq(objections.id, of), eq(objections.noticeId, objection.noticeId))).for('update');
    if (!main || of === id || main.level !== objection.level || objection.level !== 1) throw new Refusal('duplicate-of-what');
    if (main.state === 'duplicate' || main.state === 'withdrawn') throw new Refusal('duplicate-of-what');
    await tx.db.update(objections).set({ state: 'duplicate', duplicateOf: of, handlerId: tx.actor.id, handlerName: tx.actor.name }).where(eq(objections.id, id));
    await endHold(tx, objection.holdId, addDays(beijingDay(tx.now), -1));
    await tx.record('objection.linked', { id, regionCode }, { of });
  });
}
