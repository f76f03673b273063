import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { newCode } from '#app/platform/spoken-code.ts';
import { holdHazard } from './hold-hazard.ts';
import type { AssignInput } from './input.ts';
import { move } from './step.ts';

/** 派单: to a body and a person; a fresh repair code lets them report the repair without an account, an earlier one no longer works. */
export function assignHazard(ctx: Ctx, place: string, id: string, { body, assigneeName, note }: AssignInput): Promise<string> {
  return change(ctx, async (tx) => {
    const hazard = await holdHazard(tx, place, id);
    const repairCode = newCode();
    await move(tx, hazard, { to: 'assigned', note, set: { body, assigneeName, repairCode, repairerId: '', repairerName: '', repairedAt: null } });
    await tx.record('hazard.assigned', hazard, { body, assigneeName });
    return repairCode;
  });
}
