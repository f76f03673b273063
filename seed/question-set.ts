import { readFileSync } from 'node:fs';
import type { Ctx } from '#app/platform/ctx.ts';
import { loadQuestionSet } from '#app/domain/pilot/calls/load-question-set.ts';
import type { QuestionSet } from '#app/domain/pilot/calls/model.ts';

/** 题集: the pilot form and the survey form, first version; loading it again changes nothing. */
export function seedQuestionSet(ctx: Ctx): Promise<'loaded' | 'known'> {
  return loadQuestionSet(ctx, pilotQuestions());
}

export function pilotQuestions(): QuestionSet {
  const text = readFileSync(new URL('../data/question-sets/pilot-1.json', import.meta.url), 'utf8');
  return JSON.parse(text) as QuestionSet;
}
