import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdAlert, takeStep } from './hold-alert.ts';

/** 定承办人: one person answers for an alert; they hear of it unless they took it themselves. */
export function assignOwner(ctx: Ctx, id: string, { ownerId }: { ownerId: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const alert = await holdAlert(tx, id);
    allow(tx, 'warning.answer', alert);
    if (alert.state !== 'open') throw new Refusal('alert-not-open');
    if (!(await whoMay(tx, 'warning.answer', alert.regionCode)).includes(ownerId)) throw new Refusal('owner-may-not', 422);
    const [owner] = await tx.db.select({ name: users.name }).from(users).where(eq(users.id, ownerId));
    await takeStep(tx, alert, 'assigned', { ownerId, ownerName: owner!.name }, owner!.name);
    await tx.record('alert.assigned', alert, { owner: owner!.name });
    if (ownerId === tx.actor.id) return;
    const place = (await placeNames(tx, [alert.regionCode]))(alert.regionCode);
    await tell(tx, [ownerId], 'warning-assigned', { place, day: alert.dueOn }, `/desk/warnings/${id}`, `${id}:${tx.now.toISOString()}`);
  });
}
