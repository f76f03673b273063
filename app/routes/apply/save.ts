import { data } from 'react-router';
import { SaveInput } from '#app/domain/pilot/applications/input.ts';
import { saveSection } from '#app/domain/pilot/applications/save-section.ts';
import { standingOf } from '#app/domain/pilot/applications/standing.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { answerText } from './form/conflict-box.tsx';
import { lackLines, standingTitle } from './form/words-of.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import type { Route } from './+types/save.ts';

/** 自动保存: what the script sends while somebody types, and what it shows afterwards. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const sent = SaveInput.safeParse(await request.json().catch(() => undefined));
  if (!sent.success) return data({ refusal: refusalSentence('form-unreadable', ctx.locale) }, 400);
  try {
    const saved = await saveSection(ctx, params.id, sent.data);
    const { set, isReturned, others, progress } = await standingOf(ctx, params.id);
    const words = applyWords[ctx.locale];
    const { lacks, percent } = progress;
    const questions = new Map(questionsOf(set).map((question) => [question.id, question]));
    return {
      at: beijingTime(ctx.now).slice(11),
      saved: saved.map((one) => ({
        questionId: one.questionId,
        mine: one.mine,
        rivals: versionsBeside(one).map((version) => ({
          revision: version.revision, byName: version.byName, at: beijingTime(version.at).slice(11), value: version.value,
          text: answerText(questions.get(one.questionId)!, version.value, words, ctx.locale),
        })),
      })),
      errors: Object.fromEntries(
        lacks.filter((lack) => lack.why !== 'empty' && lack.why !== 'paper-missing' && lack.why !== 'conflict').map((lack) => [lack.questionId, words.lacks[lack.why](lack.figure ?? '')]),
      ),
      title: standingTitle(lacks.length, isReturned, words),
      why: lacks.length > 0 ? words.form.whyNot(lacks.length) : '',
      items: lackLines(set, lacks, params.id, new URL(request.url).searchParams.get('here') ?? undefined, words, ctx.locale),
      percent,
      others: others.length > 0 ? words.form.others(others.join(ctx.locale === 'en' ? ', ' : '、')) : '',
    };
  } catch (error) {
    if (error instanceof Refusal) return data({ refusal: refusalSentence(error.code, ctx.locale) }, error.status);
    throw error;
  }

  function versionsBeside(one: Awaited<ReturnType<typeof saveSection>>[number]) {
    if (one.rivals.length === 0) return [];
    const current = { revision: one.revision, value: one.value, byName: one.byName, at: one.at };
    return [current, ...one.rivals].filter((version) => version.revision !== one.mine);
  }
}
