import { allow } from '#app/domain/base/accounts/access.ts';
import { moveChange } from '#app/domain/base/regions/announce.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { applyChange } from './apply.ts';
import { holdChange } from './read.ts';

/** 确认区划变更: by somebody else than who announced it, with the same right to all the units it names. */
export function confirmChange(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdChange(tx, id);
    for (const line of held.lines) for (const regionCode of [line.fromCode, line.toCode]) allow(tx, 'region.change', { regionCode });
    if (held.state !== 'proposed') throw new Refusal('region-change-settled');
    if (held.proposedBy === tx.actor.id) throw new Refusal('region-change-own', 403);
    await moveChange(tx, id, { state: 'confirmed', confirmedByName: tx.actor.name, confirmedAt: tx.now });
    await tx.record('region-change.confirmed', { id, regionCode: held.lines[0]!.fromCode }, { effectiveOn: held.effectiveOn });
    if (held.effectiveOn <= beijingDay(tx.now)) await applyChange(tx, id);
  });
}

/** 撤销区划变更, as long as it has not taken effect. */
export function undoChange(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdChange(tx, id);
    for (const line of held.lines) allow(tx, 'region.change', { regionCode: line.fromCode });
    if (held.state !== 'proposed' && held.state !== 'confirmed') throw new Refusal('region-change-settled');
    await moveChange(tx, id, { state: 'undone' });
    await tx.record('region-change.undone', { id, regionCode: held.lines[0]!.fromCode }, { effectiveOn: held.effectiveOn });
  });
}
