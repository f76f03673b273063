import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { holdHazard } from './hold-hazard.ts';
import type { CheckInput } from './input.ts';
import { responsibleFor } from './responsible.ts';
import { move } from './step.ts';

/** 核实隐患: somebody went there: it is so, of this kind, so dangerous; the body responsible follows from the kind. */
export function checkHazard(ctx: Ctx, place: string, id: string, { kind, danger, note }: CheckInput): Promise<void> {
  return change(ctx, async (tx) => {
    const hazard = await holdHazard(tx, place, id);
    const { body } = await responsibleFor(tx, hazard.regionCode, kind);
    await move(tx, hazard, { to: 'checked', note, set: { kind, danger, body } });
    await tx.record('hazard.checked', hazard, { kind, danger });
  });
}

/** 不予处理: with a reason that the reporter reads; the reporter's code still opens it. */
export function declineHazard(ctx: Ctx, place: string, id: string, { reason }: { reason: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const hazard = await holdHazard(tx, place, id);
    await move(tx, hazard, { to: 'declined', note: reason, set: { answer: reason, repairCode: '' } });
    await tx.record('hazard.declined', hazard, { reason });
  });
}
