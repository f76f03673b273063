import type { Ground } from './ground.ts';
import { missingCost, shortCost } from './task.ts';

const rounds = 60;
const sampled = 600;
const highest = 6000;

/**
 * 影子价格: what a place with each expert is worth when everybody wants the best. Found by softly sharing out the seats and raising
 * the price of whoever is asked too much, so that the exact step begins with few and good candidates.
 */
export function pricesOf(ground: Ground): Float64Array {
  const { n, m, points, seats, least, most } = ground;
  const prices = new Float64Array(m);
  const [asked, weight] = [new Float64Array(m), new Float64Array(m)];
  const take = Math.min(n, sampled);
  let warmth = 240;
  for (let round = 0; round < rounds; round++) {
    asked.fill(0);
    for (let i = 0; i < take; i++) {
      const a = Math.floor(((i + 0.5) / take) * n);
      let best = -Infinity;
      for (let e = 0; e < m; e++) if (points[a * m + e]! >= 0) best = Math.max(best, points[a * m + e]! - prices[e]!);
      let all = 0;
      for (let e = 0; e < m; e++) {
        const worth = points[a * m + e]!;
        weight[e] = worth < 0 ? 0 : Math.exp((worth - prices[e]! - best) / warmth);
        all += weight[e]!;
      }
      if (all === 0) continue;
      const share = (seats[a]! / all) * (n / take);
      for (let e = 0; e < m; e++) asked[e]! += weight[e]! * share;
    }
    for (let e = 0; e < m; e++) {
      const given = Math.max(1e-9, Math.min(most[e]!, Math.max(least[e]!, asked[e]!)));
      const moved = prices[e]! + warmth * Math.log(Math.max(1e-9, asked[e]!) / given);
      prices[e] = Math.max(-highest, Math.min(highest, given === asked[e] ? moved * 0.9 : moved));
    }
    warmth *= 0.9624; // from 240 down to 24
  }
  return prices;
}

/** 最优挑选: the best that one application could take at these prices, each seat in turn; a place that repeats costs what it costs. */
export function pick(ground: Ground, a: number, prices: Float64Array, chosen: number[]): number {
  const { m, points, place, spread } = ground;
  chosen.length = 0;
  const used = new Set<number>();
  for (const e of ground.held[a]!) if (place[e]! >= 0) used.add(place[e]!);
  let sum = 0;
  for (let seat = ground.seats[a]!; seat > 0; seat--) {
    let [best, found] = [-missingCost, -1];
    for (let e = 0; e < m; e++) {
      const worth = points[a * m + e]!;
      if (worth < 0) continue;
      let gain = worth - prices[e]!;
      if (gain <= best) continue;
      if (used.has(place[e]!)) gain -= spread;
      if (gain > best && !chosen.includes(e)) [best, found] = [gain, e];
    }
    sum += best;
    if (found < 0) continue;
    chosen.push(found);
    if (place[found]! >= 0) used.add(place[found]!);
  }
  return sum;
}

/** 上界: no plan is worth more than this, whatever the prices are (the loads are left to the prices, everything else is kept). */
export function boundAt(ground: Ground, prices: Float64Array, seen: (a: number, chosen: readonly number[], worth: number) => void): number {
  const safe = prices.map((price) => Math.max(-shortCost, price));
  const chosen: number[] = [];
  let sum = 0;
  for (let a = 0; a < ground.n; a++) {
    const worth = pick(ground, a, safe, chosen);
    seen(a, chosen, worth);
    sum += worth;
  }
  for (let e = 0; e < ground.m; e++) sum += safe[e]! * (safe[e]! > 0 ? ground.most[e]! : ground.least[e]!);
  return sum;
}
