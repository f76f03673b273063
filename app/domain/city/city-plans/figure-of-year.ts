import type { Kind } from '#app/domain/city/indicators/model.ts';
import { laterOf, yearOf } from '#app/domain/city/indicators/period.ts';

type Said = { period: number; value: number | null };

/**
 * 当年算数的数 among the figures of one indicator in one place, oldest first: of what is counted the last figure of the year itself; of a
 * milestone the report that it is done, whichever year it came in, for what is done stays done, and else what was said of it last.
 */
export function figureOfYear<F extends Said>(figures: readonly F[], kind: Kind, year: number): F | undefined {
  if (kind === 'milestone') {
    const until = figures.filter(({ period }) => yearOf(period) <= year);
    return until.find(({ value }) => value !== null && value >= 1) ?? until.at(-1);
  }
  return figures.filter(({ period }) => yearOf(period) === year).reduce<F | undefined>((held, each) => (!held || laterOf(held.period, each.period) === each.period ? each : held), undefined);
}

/** 年份 to ask for when a target is weighed on a day: its own; a milestone may also have come late. */
export const yearToAsk = (kind: Kind, target: number, today: string): number => (kind === 'milestone' ? Math.max(target, Number(today.slice(0, 4))) : target);
