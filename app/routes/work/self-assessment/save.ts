import { data } from 'react-router';
import { z } from 'zod';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { SaveInput } from '#app/domain/pilot/self-assessment/input.ts';
import { standingOf } from '#app/domain/pilot/self-assessment/read.ts';
import { type Saved, saveCells } from '#app/domain/pilot/self-assessment/save-cells.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { againAfter } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { answerText } from '#app/routes/apply/form/conflict-box.tsx';
import { radarPoints } from '#app/ui/light/radar-geometry.ts';
import { cellsOf, questionsOfRule } from './rule-questions.ts';
import { percentOf, ruleLines } from './standing.ts';
import { whichOf } from './which.ts';
import type { Route } from './+types/save.ts';

const Sent = z.object({ answers: z.array(z.object({ questionId: z.string().max(20), value: z.union([z.string(), z.array(z.string()).max(2)]), bases: z.array(z.int()).max(60) })).max(300) });

/** 自动保存: what the script sends while somebody types, and what it shows afterwards. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const which = whichOf(params);
  const sent = Sent.safeParse(await request.json().catch(() => undefined));
  const input = SaveInput.safeParse({ cells: sent.success ? cellsOf(sent.data.answers) : undefined });
  if (!input.success) return data({ refusal: refusalSentence('form-unreadable', ctx.locale) }, 400);
  try {
    const saved = await saveCells(ctx, which, input.data);
    const { edition, sections, musts, lacks, rules } = await standingOf(ctx, which);
    const words = assessmentWords[ctx.locale];
    const questions = new Map(rulesOf(edition).flatMap((rule) => questionsOfRule(rule, true)).map((question) => [question.id, question]));
    const answered = (one: Saved) => ({
      questionId: `${one.ruleId}:${one.field}`, mine: one.mine,
      rivals: beside(one).map(({ revision, byName, at, value }) => ({
        revision, byName, at: beijingTime(at).slice(11), value, text: answerText(questions.get(`${one.ruleId}:${one.field}`)!, value, applyWords[ctx.locale], ctx.locale),
      })),
    });
    return {
      at: beijingTime(ctx.now).slice(11), saved: saved.map(answered), errors: {},
      title: words.form.musts(musts.length), why: lacks.length > 0 ? words.form.why(lacks.length) : '',
      items: ruleLines(musts, { edition, which, locale: ctx.locale, here: new URL(request.url).searchParams.get('here') ?? undefined }),
      percent: percentOf(lacks.length, rules), others: '',
      radar: { points: radarPoints(sections.map(({ score }) => score)), scores: Object.fromEntries(sections.map(({ id, score }) => [id, score === null ? words.noScore : String(Math.round(score))])) },
    };
  } catch (error) {
    if (error instanceof Refusal) return data({ refusal: refusalSentence(error.code, ctx.locale) }, { status: error.status, headers: againAfter(error) });
    throw error;
  }
}

/** The texts that stand beside what this person wrote. */
function beside(one: Saved) {
  const current = { revision: one.revision, value: one.value, byName: one.byName, at: one.at };
  return one.rivals.length === 0 ? [] : [current, ...one.rivals].filter((version) => version.revision !== one.mine);
}
