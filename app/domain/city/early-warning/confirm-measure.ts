import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hasHandled, holdAlert, takeStep } from './hold-alert.ts';
import { awaitsMeasure } from './promised-measure.ts';
import { alertSteps } from './tables.server.ts';

/** 确认措施已完成: somebody who had no part in the answer says what they saw of it. */
export function confirmMeasure(ctx: Ctx, id: string, { words }: { words: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const alert = await holdAlert(tx, id);
    allow(tx, 'warning.close', alert);
    if (hasHandled(alert, tx.actor.id)) throw new Refusal('alert-handled', 403);
    const steps = await tx.db.select({ kind: alertSteps.kind, at: alertSteps.at }).from(alertSteps).where(and(eq(alertSteps.countyCode, alert.countyCode), eq(alertSteps.alertId, id)));
    if (!awaitsMeasure(alert, steps)) throw new Refusal('measure-not-awaited');
    await takeStep(tx, alert, 'measure-done', {}, words);
    await tx.record('alert.measure-done', alert, { rule: alert.rule, measureBy: alert.measureBy, isLate: alert.measureBy! < beijingDay(tx.now) });
  });
}
