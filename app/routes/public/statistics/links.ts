import type { StatisticsAsked } from '#app/domain/public/statistics/input.ts';

/** 看法: what the map shows and how; no part of the figures. */
export type Look = { show?: 'mean' | 'communities' | 'musts' | undefined; map?: 'tile' | 'outline' | undefined };
export type Question = StatisticsAsked & Look;

/** The address of a region's figures under the same conditions, or with some of them changed. */
export function linkTo(region: string, question: Question, changed: Partial<Question> = {}): string {
  return `/statistics${region === '*' ? '' : `/${region}`}${queryOf({ ...question, ...changed })}`;
}

/** What was asked, as the end of an address. */
export function queryOf(question: Record<string, string | number | undefined>): string {
  const given = Object.entries(question).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
