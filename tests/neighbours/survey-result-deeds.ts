import { exportAnswers } from '#app/domain/children/survey-results/export-answers.ts';
import { regionResult, staffResult } from '#app/domain/children/survey-results/read.ts';
import { baohe, binhu, neighbour } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (run: Deed['run']): Deed => ({ name: '', right: 'surveyResult', run });

/** 调查结果: as those who work for the place see them; the public's table is for everybody. */
export const surveyResultDeeds = {
  'survey.answers': [deed((ctx, id) => exportAnswers(ctx, binhu, id, { reason: '想看隔壁的答卷' })), deed((ctx, id) => exportAnswers(ctx, neighbour, id, { reason: '想看隔壁的答卷' }))],
  'survey.results': [
    deed((ctx, id) => staffResult(ctx, binhu, id)),
    deed(async (ctx) => (await regionResult(ctx, 'staff', { region: baohe, year: 2026, audience: 'children-8-12' })).rounds),
  ],
} satisfies Record<string, Deed[]>;
