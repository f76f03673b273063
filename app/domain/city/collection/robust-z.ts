/** Beyond this a figure is asked about (Iglewicz and Hoaglin). */
export const furthest = 3.5;
/** How many others it takes before one figure can be called unusual. */
export const fewest = 6;
/** Others that nearly agree are still allowed this share of their middle. */
const leeway = 0.02;

const middleOf = (sorted: readonly number[]): number => (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
export const median = (figures: readonly number[]): number => middleOf(figures.toSorted((one, other) => one - other));

/** 稳健 z: how far a figure lies from the middle of others, in their own spread; null where too few say anything. */
export function robustZ(figure: number, others: readonly number[]): number | null {
  if (others.length < fewest) return null;
  const middle = median(others);
  const away = others.map((other) => Math.abs(other - middle));
  const measured = 1.4826 * median(away) || 1.2533 * (away.reduce((sum, each) => sum + each, 0) / away.length);
  const spread = Math.max(measured, Math.abs(middle) * leeway);
  return spread === 0 ? null : (figure - middle) / spread;
}
