import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdReport } from './hold.ts';
import { isFillable } from './model.ts';
import { fillIn } from './open-reports.ts';
import { type PlanSource, prefillFor } from './prefill.ts';

/** 更新预填: what became known since; whatever a person wrote stays as it is. */
export function refreshReport(ctx: Ctx, code: string, id: string, plan?: PlanSource): Promise<void> {
  return change(ctx, async (tx) => {
    const report = await holdReport(tx, code, id, 'report.fill');
    if (!isFillable(report.state)) throw new Refusal('report-not-open');
    const known = await prefillFor(tx, report.form, { regionCode: report.regionCode, pilotId: report.pilotId, from: report.fromOn, until: report.untilOn }, plan);
    await fillIn(tx, id, code, known);
    await tx.record('report.refreshed', { id, regionCode: report.regionCode }, { known: known.size });
  });
}
