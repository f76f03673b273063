import { createHash } from 'node:crypto';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { moveReport } from './move.ts';
import type { Report } from './read.ts';

/** 指纹 over everything that is printed. */
export function hashOf({ content, narrative, edition, why }: Pick<Report, 'content' | 'narrative' | 'edition' | 'why'>): string {
  return createHash('sha256').update(canonicalJson({ content, narrative, edition, why })).digest('hex');
}

/** 提交审核: from now on its figures and words stand still, with their fingerprint. */
export function handUpReport(ctx: Ctx, id: string, saved: number): Promise<void> {
  return moveReport(ctx, id, { verb: 'city-plan.edit', from: 'draft', saved, event: 'monitoring-report.handed-up' }, (report, tx) => {
    if (report.narrative.summary.zh === '') throw new Refusal('report-summary-missing', 422);
    return { state: 'handed-up', hash: hashOf(report), handedUpById: tx.actor.id, handedUpByName: tx.actor.name, handedUpAt: tx.now, returned: '' };
  });
}
