import type { PairTotal } from '#app/domain/pilot/scoring/model.ts';

export type Simple = (pairs: readonly PairTotal[]) => Map<string, number>;

const mean = (figures: readonly number[]) => figures.reduce((sum, one) => sum + one, 0) / figures.length;

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return mean([sorted[Math.ceil(half) - 1]!, sorted[Math.floor(half)]!]);
}

function byApplication(pairs: readonly PairTotal[], figure: (pair: PairTotal) => number, gather: (figures: readonly number[]) => number) {
  const names = [...new Set(pairs.map(({ application }) => application))];
  return new Map(names.map((name) => [name, gather(pairs.filter(({ application }) => application === name).map(figure))]));
}

/** 常见算法: the mean, the median, and the mean of each reviewer's marks measured by their own mean and scatter. */
export const simple = {
  mean: (pairs) => byApplication(pairs, ({ raw }) => raw, mean),
  median: (pairs) => byApplication(pairs, ({ raw }) => raw, median),
  zscore: (pairs) => {
    const own = new Map([...new Set(pairs.map(({ reviewer }) => reviewer))].map((reviewer) => {
      const figures = pairs.filter((pair) => pair.reviewer === reviewer).map(({ raw }) => raw);
      const middle = mean(figures);
      return [reviewer, { middle, sd: Math.sqrt(mean(figures.map((one) => (one - middle) ** 2))) }];
    }));
    return byApplication(pairs, ({ reviewer, raw }) => (raw - own.get(reviewer)!.middle) / (own.get(reviewer)!.sd || 1), mean);
  },
} satisfies Record<string, Simple>;

/** 名次误差: by how many places the order by these figures is wrong on average; equal figures share the middle of their places. */
export function rankError(found: ReadonlyMap<string, number>, truth: ReadonlyMap<string, number>): number {
  const rankIn = (figures: ReadonlyMap<string, number>) => {
    const values = [...figures.values()];
    return (name: string) => values.reduce((rank, other) => rank + (other > figures.get(name)! ? 1 : other === figures.get(name)! ? 0.5 : 0), 0);
  };
  const [is, should] = [rankIn(found), rankIn(truth)];
  return mean([...truth.keys()].map((name) => Math.abs(is(name) - should(name))));
}
