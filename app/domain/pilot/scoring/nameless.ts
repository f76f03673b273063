import type { Calibration } from './model.ts';

/**
 * 不显示姓名时: reviewers by number, the most lenient first, without anything that would tell who they are: how much they
 * read, what they read, with whom. Figures of applications stay.
 */
export function withoutNames(results: Calibration): { results: Calibration; labels: Map<string, string> } {
  const order = results.reviewers.toSorted((one, other) => (other.leniency ?? other.mean) - (one.leniency ?? one.mean) || (one.reviewer < other.reviewer ? -1 : 1));
  const numbers = new Map(order.map(({ reviewer }, i) => [reviewer, `${i + 1}`]));
  const by = <R extends { reviewer: string }>(lines: readonly R[]) => lines.map((line) => ({ ...line, reviewer: numbers.get(line.reviewer)! })).toSorted((one, other) => Number(one.reviewer) - Number(other.reviewer));
  return {
    labels: new Map([...numbers.values()].map((number) => [number, `#${number}`])),
    results: {
      ...results,
      reviewers: by(results.reviewers).map((line) => ({ ...line, reviews: 0 })),
      withoutOne: by(results.withoutOne).map((line) => ({ ...line, application: null, crossed: [], orphaned: [] })),
      drift: by(results.drift).map((line) => ({ ...line, reviews: 0 })),
      pairs: [],
      agreement: { ...results.agreement, between: [] },
    },
  };
}
