import { figureOfYear, yearToAsk } from '#app/domain/city/city-plans/figure-of-year.ts';
import type { Measured } from '#app/domain/city/city-plans/model.ts';
import { lastTarget } from '#app/domain/city/city-plans/progress.ts';
import { type CellLight, isBehind, type Known, type Standing } from './model.ts';
import { standingAt, type Told } from './standing.ts';

/** A figure as a reader may see it: one of too few people has no value. */
export type Said = Omit<Told, 'value'> & { value: number | null };
type Asked = { known: Known; measured: Pick<Measured, 'code' | 'baseline' | 'targets'>; figures: readonly Said[]; year: number; today: string; since: Date };
/** `isEnded`: the day of its last target is past, so that it is reached or it is not, whatever year is looked at after it. */
export type StandingInYear = Omit<Standing, 'light'> & { light: CellLight | 'hidden'; isEnded: boolean };

/**
 * 一个目标在一年里站在哪里, the same on the cockpit, the scorecard, the page of the plan and in its reports: while its targets run the figure
 * of the year on its path; once the last of them is over, what came of that one, a milestone done late too.
 */
export function standInYear({ known, measured, figures, year, today, since }: Asked): StandingInYear {
  const last = lastTarget(measured);
  const isEnded = last !== undefined && last.year <= year && `${last.year}-12-31` < today;
  const at = isEnded ? last.year : year;
  const found = figureOfYear(figures, known.kind, isEnded ? yearToAsk(known.kind, at, today) : at);
  const isHidden = found !== undefined && found.value === null;
  const told = found && found.value !== null ? { ...found, value: found.value } : undefined;
  const standing = standingAt({ known, measured, targets: measured.targets, told, year: at, today, since });
  if (isHidden && standing.light !== 'not-asked') return { ...standing, period: found.period, light: 'hidden', isEnded };
  return { ...standing, light: isEnded && (standing.light === 'on-path' || standing.light === 'not-due') ? 'behind' : standing.light, isEnded };
}

/** 没有达到: the last target is over and was not reached. */
export const fellShort = ({ light, isEnded }: Pick<StandingInYear, 'light' | 'isEnded'>): boolean => isEnded && light !== 'hidden' && isBehind(light);
