import { and, eq } from 'drizzle-orm';
import { countAsked } from '#app/domain/base/burden/count-asked.ts';
import { fingerprint } from '#app/domain/pilot/panels/fingerprint.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newCode } from '#app/platform/spoken-code.ts';
import { citeNamed } from './evidence-since.ts';
import { answersOf, holdReport } from './hold.ts';
import { type HandedIn, isFillable, isLate, lackOf } from './model.ts';
import { progressReports, reportSubmissions } from './tables.server.ts';

/** 回执. */
export type ReportReceipt = { round: number; code: string; hash: string };

/** 提交进展报告: when nothing is lacking; frozen with its hash, counted as a burden. Late ones are taken and say so. */
export function handInReport(ctx: Ctx, code: string, id: string): Promise<ReportReceipt> {
  return change(ctx, async (tx) => {
    const report = await holdReport(tx, code, id, 'report.submit');
    if (!isFillable(report.state)) throw new Refusal('report-not-open');
    const rows = new Map((await answersOf(tx, report)).map((row) => [row.questionId, row]));
    const { questions } = report.form;
    if (questions.some((question) => lackOf(question, rows.get(question.id)?.value ?? '', rows.get(question.id)?.rivals.length ?? 0))) throw new Refusal('report-answers-missing');

    const content: HandedIn = {
      regionCode: report.regionCode, span: { from: report.fromOn, until: report.untilOn }, formId: report.formId,
      answers: questions.map(({ id: questionId, label }) => ({ id: questionId, label, value: rows.get(questionId)?.value ?? '', prefilled: rows.get(questionId)?.prefilled ?? null })),
    };
    const listed = questions.find(({ from }) => from === 'evidence');
    const cited = listed ? await citeNamed(tx, report, rows.get(listed.id)?.value ?? '') : 0;
    const round = report.round + 1;
    const receipt = { round, code: newCode(), hash: fingerprint(content) };
    await tx.db.insert(reportSubmissions).values({
      countyCode: report.countyCode, reportId: id, round, content, hash: receipt.hash, receiptCode: receipt.code, isLate: isLate(report, beijingDay(tx.now)),
      submittedBy: tx.actor.id, submittedByName: tx.actor.name, submittedAt: tx.now,
    });
    await tx.db
      .update(progressReports)
      .set({ state: 'handed-in', round, handedInAt: tx.now, note: '' })
      .where(and(eq(progressReports.countyCode, report.countyCode), eq(progressReports.id, id)));
    const filled = content.answers.filter(({ prefilled }) => prefilled !== null);
    const reused = filled.filter(({ prefilled }) => prefilled!.kind === 'evidence').length;
    await countAsked(tx, { form: 'progress-report', subjectId: id, regionCode: report.regionCode, asked: questions.length, prefilled: filled.length - reused, reused });
    await tx.record('report.handed-in', { id, regionCode: report.regionCode }, { ...receipt, cited, isLate: isLate(report, beijingDay(tx.now)) });
    return receipt;
  });
}
