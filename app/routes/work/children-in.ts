const bands = ['children-0-3', 'children-4-6', 'children-7-12', 'children-13-18'];

/** 儿童数 out of what is known of a community: the sum of the four bands, if all are known. */
export function childrenIn(facts: Record<string, unknown>): number | null {
  const counted = bands.map((band) => Number(facts[band] ?? Number.NaN));
  return counted.every(Number.isFinite) ? counted.reduce((sum, each) => sum + each, 0) : null;
}
