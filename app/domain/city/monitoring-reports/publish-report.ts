import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hashOf } from './hand-up-report.ts';
import { moveReport } from './move.ts';

/** 审核发布: by somebody other than whoever handed it up; from now on everybody reads it and nobody alters it. */
export function publishReport(ctx: Ctx, id: string, saved: number): Promise<void> {
  return moveReport(ctx, id, { verb: 'city-plan.publish', from: 'handed-up', saved, event: 'monitoring-report.published' }, (report, tx) => {
    if (report.handedUpById === tx.actor.id) throw new Refusal('report-same-person', 403);
    if (hashOf(report) !== report.hash) throw new Error(`The content of report ${id} is not what was handed up.`);
    return { state: 'published', publishedByName: tx.actor.name, publishedAt: tx.now };
  });
}
