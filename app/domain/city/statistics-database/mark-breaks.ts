import { breaksIn } from '#app/domain/city/indicators/breaks-in.ts';
import type { Turn } from '#app/domain/city/indicators/meanings.ts';
import type { Figure } from './model.ts';

const keyOf = ({ regionCode, indicatorId, period, breakdown }: Figure) => `${regionCode} ${indicatorId} ${period} ${breakdown}`;

/** 标出断点: the same figures, those marked that begin another meaning; those of other pages are compared with and not returned. */
export function markBreaks(figures: readonly Figure[], turns: readonly Turn[], ofOtherPages: readonly Figure[] = []): Figure[] {
  const here = new Set(ofOtherPages.length === 0 ? [] : figures.map(keyOf));
  const broken = breaksIn([...figures, ...ofOtherPages.filter((figure) => !here.has(keyOf(figure)))], turns);
  return figures.map((figure) => (broken.has(figure) ? { ...figure, isBreak: true } : figure));
}
