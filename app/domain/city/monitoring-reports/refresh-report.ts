import type { Ctx } from '#app/platform/ctx.ts';
import { moveReport } from './move.ts';
import { contentOf } from './reckon-content.ts';

/** 更新数字: takes the plan, its figures and alerts as they stand now into the draft. */
export function refreshReport(ctx: Ctx, id: string, saved: number): Promise<void> {
  return moveReport(ctx, id, { verb: 'city-plan.edit', from: 'draft', saved, event: 'monitoring-report.refreshed' }, async ({ planId, kind, year }, tx) => ({ content: await contentOf(tx, planId, kind, year) }));
}
