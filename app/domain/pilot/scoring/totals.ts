import { cholesky, inverse, solve } from './cholesky.ts';
import { type Difficulty, inPoints, type Mark, type PairTotal } from './model.ts';
import { studentQuantile } from './student.ts';

type Given = Mark & { points: number };
type Pair = { application: string; reviewer: string; marks: Given[]; at: string | null };

/** 总分: each reviewer's total of each application on 0–100; items left out are made good by how easy or hard they are. */
export type Totals = { pairs: (PairTotal & { width: number })[]; items: Difficulty[]; ownRest: number; fullWidth: number };

export function totalsOf(marks: readonly Mark[]): Totals {
  const pairs = pairsOf(marks);
  const items = [...new Set(pairs.flatMap((pair) => pair.marks.map(({ item }) => item)))].toSorted();
  const weights = new Map(marks.map(({ item, weight }) => [item, weight]));
  const found = difficulties(pairs, items);
  const easeOf = new Map(items.map((item, i) => [item, found.ease[i]!]));
  const weightOf = (item: string) => weights.get(item)!;
  const share = (list: readonly string[], figure: (item: string) => number) => list.reduce((sum, item) => sum + weightOf(item) * figure(item), 0) / list.reduce((sum, item) => sum + weightOf(item), 0);
  const widthOf = (list: readonly string[]) => list.reduce((sum, item) => sum + weightOf(item) ** 2, 0) / list.reduce((sum, item) => sum + weightOf(item), 0) ** 2;
  const whole = share(items, (item) => easeOf.get(item)!);
  return {
    pairs: pairs.map(({ application, reviewer, at, marks: own }) => {
      const names = own.map(({ item }) => item);
      const points = new Map(own.map((mark) => [mark.item, mark.points]));
      const raw = share(names, (item) => points.get(item)!);
      const total = raw - share(names, (item) => easeOf.get(item)!) + whole;
      return { application, reviewer, at, items: own.length, raw: inPoints(100 * raw), total: inPoints(100 * total), width: widthOf(names) };
    }),
    items: items.map((item, i) => {
      const own = pairs.flatMap((pair) => pair.marks.filter((mark) => mark.item === item));
      const [ease, half] = [100 * found.ease[i]!, 100 * found.half[i]!];
      const mean = (100 * own.reduce((sum, { points }) => sum + points, 0)) / own.length;
      return { item, marks: own.length, mean: inPoints(mean), ease: inPoints(ease), low: inPoints(ease - half), high: inPoints(ease + half) };
    }),
    ownRest: found.rest * 100 ** 2,
    fullWidth: items.length === 0 ? 1 : widthOf(items),
  };
}

function pairsOf(marks: readonly Mark[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { points, ...mark } of marks) {
    if (points === null || !(mark.weight > 0)) continue;
    const key = JSON.stringify([mark.application, mark.reviewer]);
    const pair = pairs.get(key) ?? { application: mark.application, reviewer: mark.reviewer, marks: [], at: mark.at ?? null };
    pair.marks.push({ ...mark, points });
    pairs.set(key, pair);
  }
  const order = (pair: Pair) => `${pair.application}\n${pair.reviewer}`;
  return [...pairs.values()].toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** 条目难度: compared within each review, so that neither good applications nor lenient reviewers count; drawn towards none as far as the marks are few. */
function difficulties(pairs: readonly Pair[], items: readonly string[]) {
  const n = items.length;
  const none = { ease: items.map(() => 0), half: items.map(() => 0), rest: 0 };
  if (n < 2) return none;
  const at = new Map(items.map((item, i) => [item, i]));
  const matrix = new Float64Array(n * n);
  const right = new Float64Array(n);
  let [squares, marks] = [0, 0];
  for (const { marks: own } of pairs) {
    const mean = own.reduce((sum, { points }) => sum + points, 0) / own.length;
    for (const one of own) {
      const i = at.get(one.item)!;
      right[i]! += one.points - mean;
      squares += (one.points - mean) ** 2;
      marks += 1;
      matrix[i * n + i]! += 1;
      for (const other of own) matrix[i * n + at.get(other.item)!]! -= 1 / own.length;
    }
  }
  const freedom = marks - pairs.length - (n - 1);
  if (freedom < 1) return none;
  const fit = (ridge: number) => {
    const L = cholesky(matrix.map((value, i) => value + (i % (n + 1) === 0 ? ridge : 0)), n);
    const ease = solve(L, n, right);
    const explained = ease.reduce((sum, value, i) => sum + value * right[i]!, 0);
    return { ease, inv: inverse(L, n), rest: Math.max(0, squares - explained) / freedom };
  };
  const free = fit(1e-6);
  const rest = free.rest;
  const sampling = items.reduce((sum, _, i) => sum + rest * (free.inv[i * n + i]! - 1e6 / n), 0) / n;
  const spread = Math.max(1e-6, free.ease.reduce((sum, value) => sum + value ** 2, 0) / (n - 1) - Math.max(0, sampling));
  if (rest === 0) return { ...none, ease: [...free.ease] };
  const shrunk = fit(rest / spread);
  const t = studentQuantile(0.975, freedom);
  const common = spread / rest / n; // all items together carry no ease
  return { ease: [...shrunk.ease], half: items.map((_, i) => t * Math.sqrt(rest * Math.max(0, shrunk.inv[i * n + i]! - common))), rest };
}
