import { leastFor } from './model.ts';

/** 小格: a count of children under this is not shown, and nothing is shown from which it could be worked out. */
export const least = leastFor.public;

/** 人数之树: a region with its counts by age band, and the regions it is the sum of. */
export type Cells = { code: string; bands: readonly number[]; below: readonly Cells[] };
/** What may be shown of a region: its total, its bands; null is hidden. */
export type Shown = { total: number | null; bands: (number | null)[] };

const totalOf = ({ bands }: Cells) => bands.reduce((sum, each) => sum + each, 0);
const isSmall = (count: number) => count < least;

/**
 * 隐去小格: decides from the top down, once for the whole tree, so that no two pages together tell what one hides.
 * - A total under ten is hidden; so are all bands of a region when one of them is under ten.
 * - Where some regions of a parent that is shown are hidden, at least two are, and together they hold ten or more in every
 *   column that the parent shows: the smallest others are hidden with them.
 * - What is hidden of a region is hidden of everything below it, whose sums would give it away.
 */
export function hideSmall(root: Cells): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  decide(root, !isSmall(totalOf(root)), !root.bands.some(isSmall), shown);
  return shown;
}

function decide(cells: Cells, hasTotal: boolean, hasBands: boolean, shown: Map<string, Shown>): void {
  const bandsToo = hasTotal && hasBands;
  shown.set(cells.code, { total: hasTotal ? totalOf(cells) : null, bands: cells.bands.map((count) => (bandsToo ? count : null)) });
  const noTotal = hasTotal ? hiddenOf(cells.below, (each) => isSmall(totalOf(each)), (each) => [totalOf(each)]) : new Set(cells.below);
  const noBands = bandsToo ? hiddenOf(cells.below, (each) => noTotal.has(each) || each.bands.some(isSmall), (each) => each.bands) : new Set(cells.below);
  for (const each of cells.below) decide(each, !noTotal.has(each), !noBands.has(each), shown);
}

/** Those that must not be seen, and the smallest others that keep them from being worked out. */
function hiddenOf(all: readonly Cells[], isHidden: (cells: Cells) => boolean, columns: (cells: Cells) => readonly number[]): Set<Cells> {
  const hidden = new Set(all.filter(isHidden));
  if (hidden.size === 0) return hidden;
  const others = all.filter((each) => !hidden.has(each)).toSorted((one, other) => totalOf(one) - totalOf(other));
  while (others.length > 0 && !isSafe(hidden, columns)) hidden.add(others.shift()!);
  return hidden;
}

function isSafe(hidden: ReadonlySet<Cells>, columns: (cells: Cells) => readonly number[]): boolean {
  if (hidden.size < 2) return false;
  const sums = [...hidden].reduce<number[]>((sum, each) => columns(each).map((count, at) => count + (sum[at] ?? 0)), []);
  return sums.every((sum) => !isSmall(sum));
}
