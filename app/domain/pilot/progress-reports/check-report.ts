import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdReport } from './hold.ts';
import type { CheckReportInput } from './input.ts';
import { progressReports, reportRemarks } from './tables.server.ts';

/** 认定或退回进展报告: accepted as it is, or returned with a reason for each answer that is to be put right. */
export function checkReport(ctx: Ctx, code: string, id: string, { deed, round, note, reasons }: CheckReportInput): Promise<void> {
  return change(ctx, async (tx) => {
    const report = await holdReport(tx, code, id, 'report.check');
    if (report.state !== 'handed-in') throw new Refusal('report-not-handed-in');
    if (report.round !== round) throw new Refusal('changed-meanwhile');
    if (deed === 'return' && reasons.length === 0) throw new Refusal('report-reasons-missing');
    if (reasons.some(({ questionId }) => !report.form.questions.some((question) => question.id === questionId))) throw new Refusal('report-question-unknown', 400);
    const mendBy = addDays(beijingDay(tx.now), report.form.mendDays);
    await tx.db
      .update(progressReports)
      .set({
        state: deed === 'accept' ? 'accepted' : 'returned', note, checkedAt: tx.now, checkedByName: tx.actor.name,
        ...(deed === 'return' && mendBy > report.dueOn ? { dueOn: mendBy } : {}),
      })
      .where(and(eq(progressReports.countyCode, report.countyCode), eq(progressReports.id, id)));
    if (deed === 'return') await tx.db.insert(reportRemarks).values(reasons.map((reason) => ({ countyCode: report.countyCode, reportId: id, round, ...reason })));
    await tx.record(deed === 'accept' ? 'report.accepted' : 'report.returned', { id, regionCode: report.regionCode }, { round, ...(deed === 'return' ? { reasons: reasons.length } : {}) });
  });
}
