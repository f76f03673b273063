import type { CalibrateOptions, LineKind, Score } from './model.ts';

type Placed = Omit<Score, 'near'>;

/** 分数线: the pass mark, and halfway between the last place and the first without one, where all can be compared. */
export function linesOf(scores: readonly Placed[], { passMark, places }: CalibrateOptions, isOne: boolean): { kind: LineKind; at: number }[] {
  const lines: { kind: LineKind; at: number }[] = passMark === null ? [] : [{ kind: 'pass-mark', at: passMark }];
  if (!isOne || places === null || places < 1 || places >= scores.length) return lines;
  const sorted = scores.map(({ score }) => score!).toSorted((a, b) => b - a);
  return [...lines, { kind: 'places', at: Math.round(50 * (sorted[places - 1]! + sorted[places]!)) / 100 }];
}

/** 临界: a line no further than the band from the score (the raw one where there is no other). */
export function nearestLine({ score, raw }: Placed, lines: readonly { kind: LineKind; at: number }[], band: number): LineKind | null {
  const value = score ?? raw;
  const near = lines.filter(({ at }) => Math.abs(value - at) <= band).toSorted((a, b) => Math.abs(value - a.at) - Math.abs(value - b.at));
  return near[0]?.kind ?? null;
}

/** Whether a score lies on the upper side of every line. */
export function isAbove(value: number, lines: readonly { at: number }[]): boolean {
  return lines.every(({ at }) => value >= at);
}
