import { lastDay } from '#app/domain/city/indicators/period.ts';
import { meantBy, type Turn } from '#app/domain/city/indicators/meanings.ts';
import type { Figure } from './model.ts';

/** 断点: in each series (region, indicator, group) the figures from which on it was counted by another definition than the one before. */
export function markBreaks(figures: readonly Figure[], turns: readonly Turn[]): Figure[] {
  if (turns.length === 0) return [...figures];
  const meant = meantBy(turns);
  const turned = new Set(turns.map(({ indicatorId }) => indicatorId));
  const broken = new Set<Figure>();
  for (const series of Map.groupBy(figures.filter(({ indicatorId }) => turned.has(indicatorId)), ({ regionCode, indicatorId, breakdown }) => `${regionCode} ${indicatorId} ${breakdown}`).values()) {
    const inTime = series.toSorted((one, other) => lastDay(one.period).localeCompare(lastDay(other.period)) || one.period - other.period);
    inTime.forEach((figure, at) => {
      if (at > 0 && meant(inTime[at - 1]!) !== meant(figure)) broken.add(figure);
    });
  }
  return figures.map((figure) => (broken.has(figure) ? { ...figure, isBreak: true } : figure));
}
