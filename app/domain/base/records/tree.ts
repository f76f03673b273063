import { fingerprint } from './fingerprint.ts';

/** One step up: the neighbour's hash and the side it stands on. */
export type Step = { side: 'left' | 'right'; hash: string };

const join = (left: string, right: string) => fingerprint('node', left, right);

function above(row: readonly string[]): string[] {
  const next: string[] = [];
  for (let at = 0; at < row.length; at += 2) next.push(at + 1 < row.length ? join(row[at]!, row[at + 1]!) : row[at]!);
  return next;
}

/** 哈希树的根: pairs are joined row by row; one without a neighbour moves up as it is. Empty for no leaves. */
export function treeOf(leaves: readonly string[]): string {
  let row = leaves;
  while (row.length > 1) row = above(row);
  return row[0] ?? '';
}

/** 证明路径: the neighbours met on the way from one leaf to the root. */
export function pathTo(leaves: readonly string[], at: number): Step[] {
  const steps: Step[] = [];
  for (let row = leaves, place = at; row.length > 1; row = above(row), place = Math.floor(place / 2)) {
    const beside = place % 2 === 0 ? place + 1 : place - 1;
    if (beside < row.length) steps.push({ side: place % 2 === 0 ? 'right' : 'left', hash: row[beside]! });
  }
  return steps;
}

/** 沿路径而上: the root that a leaf and its path lead to. */
export function climb(leaf: string, path: readonly Step[]): string {
  return path.reduce((hash, step) => (step.side === 'right' ? join(hash, step.hash) : join(step.hash, hash)), leaf);
}
