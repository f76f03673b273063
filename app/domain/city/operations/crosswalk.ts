import file from '#data/operations.json' with { type: 'json' };
import { type Crossing, type FactId, factIds, type SurveyFact } from './model.ts';

const lines = file.crosswalk as readonly ({ code: string; fact?: string; survey?: SurveyFact })[];

/** 对应表 of data/operations.json: which indicator takes which fact. A line that names no fact stops the start. */
export const crosswalk: readonly Crossing[] = lines.map(({ code, fact, survey }) => {
  if (survey) return { code, survey };
  if (!factIds.includes(fact as FactId)) throw new Error(`data/operations.json: ${code} takes ${fact}, which is no fact.`);
  return { code, fact: fact as FactId };
});

export const crossingOf = (code: string): Crossing | undefined => crosswalk.find((line) => line.code === code);
