import { type Ground, worth } from './ground.ts';

/** 方案: who is chosen for each application, whom each expert has, and what that is worth. */
export type Draft = { ground: Ground; chosen: number[][]; of: Set<number>[]; worths: Float64Array; moved: Set<number> };

/** 一次调换: an expert of one application goes, another comes; who comes is free, or is given in exchange by another application. */
export type Exchange = { a: number; gives: number; takes: number; b: number; won: number; wonByOther: number };

export function draftOf(ground: Ground, pairs: readonly number[]): Draft {
  const { n, m } = ground;
  const chosen: number[][] = Array.from({ length: n }, () => []);
  const of: Set<number>[] = Array.from({ length: m }, () => new Set());
  for (const pair of pairs.toSorted((x, y) => x - y)) {
    chosen[Math.floor(pair / m)]!.push(pair % m);
    of[pair % m]!.add(Math.floor(pair / m));
  }
  return { ground, chosen, of, worths: Float64Array.from(chosen, (experts, a) => worth(ground, a, experts)), moved: new Set() };
}

const swapped = (experts: readonly number[], gives: number, takes: number) => experts.map((e) => (e === gives ? takes : e));

/** What it would bring to put `takes` in the place of `gives`; nothing if it may not be. */
export function tryMove({ ground, chosen, of, worths }: Draft, a: number, gives: number, takes: number): Exchange | undefined {
  const { m, points, least, most } = ground;
  if (points[a * m + takes]! < 0 || chosen[a]!.includes(takes)) return undefined;
  if (of[takes]!.size >= most[takes]! || of[gives]!.size <= least[gives]!) return undefined;
  return { a, gives, takes, b: -1, won: worth(ground, a, swapped(chosen[a]!, gives, takes)) - worths[a]!, wonByOther: 0 };
}

/** What it would bring if two applications exchanged an expert; loads stay as they are. */
export function trySwap({ ground, chosen, worths }: Draft, a: number, gives: number, b: number, takes: number): Exchange | undefined {
  const { m, points } = ground;
  if (a === b || points[a * m + takes]! < 0 || points[b * m + gives]! < 0) return undefined;
  if (chosen[a]!.includes(takes) || chosen[b]!.includes(gives)) return undefined;
  const won = worth(ground, a, swapped(chosen[a]!, gives, takes)) - worths[a]!;
  return { a, gives, takes, b, won, wonByOther: worth(ground, b, swapped(chosen[b]!, takes, gives)) - worths[b]! };
}

export function make(draft: Draft, { a, gives, takes, b, won, wonByOther }: Exchange): void {
  const { chosen, of, worths, moved, ground } = draft;
  const put = (to: number, out: number, into: number, more: number) => {
    chosen[to] = swapped(chosen[to]!, out, into);
    of[out]!.delete(to);
    of[into]!.add(to);
    worths[to]! += more;
    moved.delete(to * ground.m + out);
    moved.add(to * ground.m + into);
  };
  put(a, gives, takes, won);
  if (b >= 0) put(b, takes, gives, wonByOther);
}
