/** 差异度量: any difference counts the same; by rank; by distance. */
export type Metric = 'nominal' | 'ordinal' | 'interval';

/** 克里彭多夫 α: agreement over units that at least two marked, missing marks allowed; null where nothing could disagree. */
export function alphaOf(units: readonly (readonly number[])[], metric: Metric): number | null {
  const paired = units.filter((unit) => unit.length >= 2);
  const values = [...new Set(paired.flat())].toSorted((a, b) => a - b);
  if (values.length < 2) return null;
  const place = new Map(values.map((value, i) => [value, i]));
  const n = values.length;
  const together = new Float64Array(n * n);
  for (const unit of paired) {
    for (const [i, one] of unit.entries()) {
      for (const [k, other] of unit.entries()) if (i !== k) together[place.get(one)! * n + place.get(other)!]! += 1 / (unit.length - 1);
    }
  }
  const counts = values.map((_, i) => together.subarray(i * n, i * n + n).reduce((sum, value) => sum + value, 0));
  const all = counts.reduce((sum, value) => sum + value, 0);
  const before = counts.map((_, i) => counts.slice(0, i).reduce((sum, value) => sum + value, 0));
  const apart = (i: number, k: number) => {
    if (metric === 'nominal') return Number(i !== k);
    if (metric === 'interval') return (values[i]! - values[k]!) ** 2;
    return (before[k]! + counts[k]! / 2 - before[i]! - counts[i]! / 2) ** 2;
  };
  let [observed, expected] = [0, 0];
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < n; k += 1) {
      observed += together[i * n + k]! * apart(i, k);
      expected += (counts[i]! * counts[k]! * apart(i, k)) / (all - 1);
    }
  }
  return 1 - observed / expected;
}
