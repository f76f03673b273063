import type { Score } from './model.ts';

type Figures = Pick<Score, 'raw' | 'score' | 'reviews'>;

/** 与前一次的差别: what came, what went, and what has another figure than before. */
export type Difference = { application: string; kind: 'added' | 'gone' | 'changed'; before: number | null; after: number | null; reviews: number };

const shown = ({ score, raw }: Figures) => score ?? raw;

/** 两次计分之间: the largest change first. Published figures stay whatever this says. */
export function differencesOf(before: ReadonlyMap<string, Figures>, after: ReadonlyMap<string, Figures>): Difference[] {
  const added = [...after].filter(([id]) => !before.has(id)).map(([application, one]): Difference => ({ application, kind: 'added', before: null, after: shown(one), reviews: one.reviews }));
  const gone = [...before].filter(([id]) => !after.has(id)).map(([application, one]): Difference => ({ application, kind: 'gone', before: shown(one), after: null, reviews: one.reviews }));
  const changed = [...after].flatMap(([application, one]): Difference[] => {
    const was = before.get(application);
    return !was || (shown(was) === shown(one) && was.reviews === one.reviews) ? [] : [{ application, kind: 'changed', before: shown(was), after: shown(one), reviews: one.reviews }];
  });
  const size = ({ before: was, after: is }: Difference) => Math.abs((is ?? 0) - (was ?? 0));
  return [...changed.toSorted((one, other) => size(other) - size(one)), ...added, ...gone];
}
