import { allow } from '#app/domain/base/accounts/access.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { silencePlace } from './silence-place.ts';
import { handledAlso, holdAlert, takeStep } from './hold-alert.ts';
import { ownerThere } from './who-may-own.ts';

/** 定承办人: one person answers for an alert; they hear of it unless they took it themselves, of silence in one place once a day. */
export function assignOwner(ctx: Ctx, id: string, { ownerId }: { ownerId: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const alert = await holdAlert(tx, id);
    allow(tx, 'warning.answer', alert);
    if (alert.state !== 'open') throw new Refusal('alert-not-open');
    const owner = await ownerThere(tx, alert.regionCode, ownerId);
    if (!owner) throw new Refusal('owner-may-not', 422);
    await takeStep(tx, alert, 'assigned', { ownerId, ownerName: owner.name, handledBy: handledAlso(alert, ownerId) }, owner.name);
    await tx.record('alert.assigned', alert, { owner: owner.name });
    if (ownerId === tx.actor.id) return;
    const isSilence = alert.rule === 'W1';
    const told = isSilence ? silencePlace(alert.regionCode) : alert.regionCode;
    const params = { place: (await placeNames(tx, [told]))(told), day: alert.dueOn };
    if (isSilence) await tell(tx, [ownerId], 'silence-assigned', params, `/desk/warnings?silent=${told}`, `silence:${told}:${beijingDay(tx.now)}`);
    else await tell(tx, [ownerId], 'warning-assigned', params, `/desk/warnings/${id}`, `${id}:${tx.now.toISOString()}`);
  });
}
