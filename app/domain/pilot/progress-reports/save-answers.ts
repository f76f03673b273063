import { merge, mostRivals, type Version } from '#app/domain/pilot/applications/answers.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limitTyping } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { answersOf, holdReport } from './hold.ts';
import type { SaveReportInput } from './input.ts';
import { isFillable } from './model.ts';
import { reportAnswers } from './tables.server.ts';

/** 已保存: how each answer stands now; `mine` is the revision of what this person sent. */
export type SavedAnswer = Version & { questionId: string; mine: number; rivals: Version[] };

/** 保存答案 as they were typed, also wrong ones; a text written over another that its author had not seen stands beside it until somebody chooses; as often as people type (`limitTyping`). */
export async function saveReportAnswers(ctx: Ctx, code: string, id: string, input: SaveReportInput): Promise<SavedAnswer[]> {
  await limitTyping(ctx, 'report');
  return change(ctx, async (tx) => {
    const report = await holdReport(tx, code, id, 'report.fill');
    if (!isFillable(report.state)) throw new Refusal('report-not-open');
    const known = new Map((await answersOf(tx, report)).map((row) => [row.questionId, row]));
    const saved: SavedAnswer[] = [];
    const changed: string[] = [];
    for (const { questionId, value, bases } of input.answers) {
      if (!report.form.questions.some((question) => question.id === questionId)) throw new Refusal('report-question-unknown', 400);
      const was = known.get(questionId);
      const before = was && { current: { value: was.value, revision: was.revision, by: was.savedBy, byName: was.savedByName, at: was.savedAt.toISOString() }, rivals: was.rivals };
      if (before && before.rivals.length === 0 && before.current.value === value) {
        saved.push({ questionId, ...before.current, mine: before.current.revision, rivals: [] });
        continue;
      }
      const { current, rivals, mine } = merge(before, { value, by: tx.actor.id, byName: tx.actor.name, at: tx.now.toISOString(), bases });
      if (rivals.length > mostRivals) throw new Refusal('answer-unsettled');
      saved.push({ questionId, ...current, mine, rivals });
      changed.push(questionId);
      const set = { value: String(current.value), revision: current.revision, rivals, savedBy: current.by, savedByName: current.byName, savedAt: new Date(current.at) };
      await tx.db
        .insert(reportAnswers)
        .values({ countyCode: report.countyCode, reportId: id, questionId, prefilled: null, ...set })
        .onConflictDoUpdate({ target: [reportAnswers.countyCode, reportAnswers.reportId, reportAnswers.questionId], set });
    }
    await tx.record('report.saved', { id, regionCode: report.regionCode }, { questions: changed });
    return saved;
  });
}
