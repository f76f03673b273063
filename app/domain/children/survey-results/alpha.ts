/** 信度 of a theme: Cronbach's alpha over people who answered every item of it, or why there is none. */
export type Reliability = { alpha: number; items: number; people: number } | { alpha: null; why: 'one-item' | 'too-few' | 'no-spread' };

/** Fewer complete answers say nothing about a scale. */
export const leastForAlpha = 20;

/** 克隆巴赫系数: rows are people, columns items, null is no answer on the scale. */
export function cronbach(answers: readonly (readonly (number | null)[])[], least = leastForAlpha): Reliability {
  const items = answers[0]?.length ?? 0;
  if (items === 1) return { alpha: null, why: 'one-item' };
  const complete = answers.filter((row): row is readonly number[] => row.every((value) => value !== null));
  if (complete.length < Math.max(least, 2)) return { alpha: null, why: 'too-few' };
  const spread = varianceOf(complete.map((row) => row.reduce((sum, value) => sum + value, 0)));
  if (spread < 1e-12) return { alpha: null, why: 'no-spread' };
  const own = Array.from({ length: items }, (_, at) => varianceOf(complete.map((row) => row[at]!))).reduce((sum, each) => sum + each, 0);
  return { alpha: (items / (items - 1)) * (1 - own / spread), items, people: complete.length };
}

/** 信度的说法: what the figure lets one say (under 0.7 is low), or why there is none. */
export function sayingOf(of: Reliability) {
  if (of.alpha === null) return of.why;
  return of.alpha >= 0.8 ? 'well' : of.alpha >= 0.7 ? 'enough' : 'low';
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
