import { breaksIn } from '#app/domain/city/indicators/breaks-in.ts';
import type { Turn } from '#app/domain/city/indicators/meanings.ts';
import type { Figure } from './model.ts';

/** 标出断点: the same figures, those marked that begin another meaning. */
export function markBreaks(figures: readonly Figure[], turns: readonly Turn[]): Figure[] {
  const broken = breaksIn(figures, turns);
  return figures.map((figure) => (broken.has(figure) ? { ...figure, isBreak: true } : figure));
}
