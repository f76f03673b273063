import { matchOf } from '../model.ts';
import type { Task } from './task.ts';

/** 底数: the points of every pair (−1: never), and the limits, in arrays that a thread goes through quickly. */
export type Ground = {
  n: number;
  m: number;
  points: Int16Array;
  /** How well each pair matches, 0 to 100, with nothing added or taken off. */
  match: Uint8Array;
  seats: Int32Array;
  place: Int32Array;
  least: Int32Array;
  most: Int32Array;
  /** Who stands already, for each application; and who of them is of this plan. */
  held: number[][];
  kept: number[][];
  spread: number;
};

/** Points are kept in twentieths, so that lots and matches are whole numbers. */
export const units = 20;
/** Experts who match alike are told apart by lot, even where nothing else is left to chance. */
const leastChance = 1;

/** A number from 0 to 1 that one seed, application and expert always give. */
export function lot(seed: number, a: number, e: number): number {
  let h = Math.imul(seed ^ Math.imul(a + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(e + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}

export function groundOf(task: Task): Ground {
  const [n, m] = [task.seats.length, task.experts.length];
  const names = new Map<string, number>();
  const numberOf = (place: string) => {
    if (place === '') return -1;
    if (!names.has(place)) names.set(place, names.size);
    return names.get(place)!;
  };
  const place = Int32Array.from(task.experts, (expert) => numberOf(expert.place));
  const homes = task.places.map(numberOf);
  const { kinds, kindOf } = kindsOf(task);
  const [points, match] = [new Int16Array(n * m), new Uint8Array(n * m)];
  for (let a = 0; a < n; a++) {
    const byKind = kinds.map((fields) => matchOf(task.needs[a]!, fields));
    const home = homes[a]!;
    for (let e = 0; e < m; e++) {
      const near = home >= 0 && place[e] === home ? task.near * units : 0;
      match[a * m + e] = byKind[kindOf[e]!]!;
      points[a * m + e] = Math.max(0, byKind[kindOf[e]!]! * units - near + Math.round(lot(task.seed, a, e) * Math.max(leastChance, task.chance) * units));
    }
  }
  for (const pair of [...task.apart, ...task.held, ...task.kept]) points[pair] = -1;
  const [held, kept] = [byApplication(n, m, [...task.held, ...task.kept]), byApplication(n, m, task.kept)];
  return {
    n, m, points, match, place, held, kept, spread: task.spread * units,
    seats: Int32Array.from(task.seats), least: Int32Array.from(task.experts, (expert) => expert.least), most: Int32Array.from(task.experts, (expert) => expert.most),
  };
}

function byApplication(n: number, m: number, pairs: Iterable<number>): number[][] {
  const experts: number[][] = Array.from({ length: n }, () => []);
  for (const pair of pairs) experts[Math.floor(pair / m)]!.push(pair % m);
  return experts;
}

/** Experts of the same fields match alike, so each application is matched once with each combination. */
function kindsOf(task: Task) {
  const seen = new Map<string, number>();
  const kinds: number[][] = [];
  const kindOf = task.experts.map(({ fields }) => {
    const key = fields.toSorted((x, y) => x - y).join();
    if (!seen.has(key)) {
      seen.set(key, kinds.length);
      kinds.push(fields);
    }
    return seen.get(key)!;
  });
  return { kinds, kindOf };
}

/** What experts are worth together to one application: their points, less what places that repeat cost. */
export function worth(ground: Ground, a: number, chosen: readonly number[]): number {
  let sum = 0;
  const { m, points, place, spread } = ground;
  const held = ground.held[a]!;
  for (let i = 0; i < chosen.length; i++) {
    const e = chosen[i]!;
    sum += points[a * m + e]!;
    const here = place[e]!;
    if (here < 0) continue;
    if (held.some((other) => place[other] === here)) sum -= spread;
    else for (let j = 0; j < i; j++) if (place[chosen[j]!] === here) { sum -= spread; break; }
  }
  return sum;
}
