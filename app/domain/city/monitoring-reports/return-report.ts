import type { Ctx } from '#app/platform/ctx.ts';
import type { ReturnReportInput } from './input.ts';
import { moveReport } from './move.ts';

/** 退回修改: with the words of whoever read it; it is a draft again. */
export function returnReport(ctx: Ctx, id: string, { saved, words }: ReturnReportInput): Promise<void> {
  return moveReport(ctx, id, { verb: 'city-plan.publish', from: 'handed-up', saved, event: 'monitoring-report.returned' }, () => ({ state: 'draft', returned: words, hash: null }), { words });
}
