/** 字对: the pairs of neighbouring signs of a text, without punctuation. */
function pairsOf(text: string): Set<string> {
  const signs = [...text.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '')];
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`));
}

/** 相似度 of two texts between 0 and 1, by the pairs of signs they share. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}

const least = 0.25;

/** 可能重复: those that speak of the same place in words alike, the most alike first. */
export function similarTo<T extends { topic: string; text: string }>(one: { topic: string; text: string }, others: readonly T[], many = 5): T[] {
  return others
    .map((other) => ({ other, alike: likeness(one.text, other.text) + (one.topic === other.topic ? 0.1 : 0) }))
    .filter(({ alike }) => alike >= least)
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, many)
    .map(({ other }) => other);
}
