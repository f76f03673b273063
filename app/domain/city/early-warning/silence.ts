import { lastDay, periodsIn } from '#app/domain/city/indicators/period.ts';
import { addDays, daysBetween } from '#app/platform/dates.ts';
import type { Settings } from './model.ts';
import { levelWhere, noGround, type Series, type Weighed } from './weigh.ts';

/** W1 未按期填报: so many days after the day a figure was due, and it is not there. */
export function silent(settings: Settings, dueOn: string, period: number, today: string): Weighed | null {
  const daysLate = daysBetween(dueOn, today);
  const level = levelWhere(settings, (days) => daysLate >= days);
  return level && { level, ground: { ...noGround, period, dueOn, daysLate } };
}

/**
 * 从没报过的: a plan aims at it, periods are over, and there is not one figure since the plan began. Counted from the first period
 * that is due; a milestone is due on the day of its target.
 */
export function neverReported(settings: Settings, { definition, figures, aim }: Series, today: string): Weighed | null {
  if (!aim || aim.targets.length === 0 || figures.some(({ period }) => lastDay(period) >= aim.startsOn)) return null;
  const due = firstDue(definition, aim);
  return due === null ? null : silent(settings, addDays(lastDay(due), settings.reportDays), due, today);
}

function firstDue({ kind, frequency }: Series['definition'], { targets, startsOn }: NonNullable<Series['aim']>): number | null {
  const first = Math.min(...targets.map(({ year }) => year));
  if (kind === 'milestone') return periodsIn(first, 'annual')[0]!;
  const from = Number(startsOn.slice(0, 4));
  return periodsIn(from, frequency).find((period) => lastDay(period) >= startsOn) ?? null;
}
