import { data } from 'react-router';
import { SaveReportInput } from '#app/domain/pilot/progress-reports/input.ts';
import { getReport } from '#app/domain/pilot/progress-reports/read.ts';
import { saveReportAnswers } from '#app/domain/pilot/progress-reports/save-answers.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { reportWords } from '#app/i18n/reports.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { againAfter } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { answerText } from '#app/routes/apply/form/conflict-box.tsx';
import { standingTitle } from '#app/routes/apply/form/words-of.ts';
import { missingLines } from './report-missing.ts';
import { asQuestion } from './report-question.ts';
import type { Route } from './+types/report-save.ts';

/** 自动保存 of a report: what the script sends while somebody types, and what it shows afterwards. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const sent = SaveReportInput.safeParse(await request.json().catch(() => undefined));
  if (!sent.success) return data({ refusal: refusalSentence('form-unreadable', ctx.locale) }, 400);
  try {
    const saved = await saveReportAnswers(ctx, params.code, params.id, sent.data);
    const { questions, lacking, state } = await getReport(ctx, params.code, params.id);
    const [words, apply] = [reportWords[ctx.locale], applyWords[ctx.locale]];
    const asked = new Map(questions.map((question) => [question.id, asQuestion(question)]));
    return {
      at: beijingTime(ctx.now).slice(11),
      saved: saved.map(({ questionId, mine, rivals, ...current }) => ({
        questionId, mine,
        rivals: (rivals.length > 0 ? [current, ...rivals] : []).filter((version) => version.revision !== mine).map(({ revision, byName, at, value }) => ({
          revision, byName, at: beijingTime(at).slice(11), value, text: answerText(asked.get(questionId)!, value, apply, ctx.locale),
        })),
      })),
      errors: Object.fromEntries(questions.flatMap(({ id, lack }) => (lack && lack !== 'empty' && lack !== 'unsettled' ? [[id, words.lacks[lack]]] : []))),
      title: standingTitle(lacking, state === 'returned', apply), why: words.why(lacking), items: missingLines(questions, words, ctx.locale), percent: 0, others: '',
    };
  } catch (error) {
    if (error instanceof Refusal) return data({ refusal: refusalSentence(error.code, ctx.locale) }, { status: error.status, headers: againAfter(error) });
    throw error;
  }
}
