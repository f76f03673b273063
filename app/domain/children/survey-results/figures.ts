import { audiences } from '#app/domain/children/surveys/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type ThemeMean, themeMeans } from './model.ts';
import { regionResult } from './read.ts';

/** 指标用的数 of a region and year, out of the public's table: whom was asked, in how many places, whether all of them were read, and the mean of every theme. */
export type SurveyFigures = { audience: (typeof audiences)[number]; rounds: number; isCut: boolean; themes: ThemeMean[] };

export async function surveyFigures(ctx: Ctx, region: string, year: number): Promise<SurveyFigures[]> {
  const found: SurveyFigures[] = [];
  for (const audience of audiences) {
    const { rounds, isCut, items } = await regionResult(ctx, 'public', { region, year, audience });
    if (rounds.length > 0) found.push({ audience, rounds: rounds.length, isCut, themes: themeMeans(items) });
  }
  return found;
}
