import { meantBy, type Turn } from './meanings.ts';
import { lastDay } from './period.ts';

type Recorded = { regionCode: string; indicatorId: number; period: number; breakdown?: number; recordedAt: string | Date };

/** 断点: in each series (region, indicator, group) the figures from which on it was counted by another definition than the one before. */
export function breaksIn<F extends Recorded>(figures: readonly F[], turns: readonly Turn[]): ReadonlySet<F> {
  const broken = new Set<F>();
  if (turns.length === 0) return broken;
  const meant = meantBy(turns);
  const meaningOf = ({ indicatorId, recordedAt }: F) => meant({ indicatorId, recordedAt: typeof recordedAt === 'string' ? recordedAt : `${recordedAt.toISOString().slice(0, 19)}Z` });
  const turned = new Set(turns.map(({ indicatorId }) => indicatorId));
  for (const series of Map.groupBy(figures.filter(({ indicatorId }) => turned.has(indicatorId)), ({ regionCode, indicatorId, breakdown }) => `${regionCode} ${indicatorId} ${breakdown}`).values()) {
    const inTime = series.toSorted((one, other) => lastDay(one.period).localeCompare(lastDay(other.period)) || one.period - other.period);
    inTime.forEach((figure, at) => {
      if (at > 0 && meaningOf(inTime[at - 1]!) !== meaningOf(figure)) broken.add(figure);
    });
  }
  return broken;
}
