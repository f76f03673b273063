import type { Ctx } from '#app/platform/ctx.ts';
import type { WriteReportInput } from './input.ts';
import { moveReport } from './move.ts';

/** 撰写: the words that no figure says. */
export function writeReport(ctx: Ctx, id: string, { narrative, saved }: WriteReportInput): Promise<void> {
  return moveReport(ctx, id, { verb: 'city-plan.edit', from: 'draft', saved, event: 'monitoring-report.written' }, () => ({ narrative }));
}
