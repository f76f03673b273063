import type { Highs } from 'highs';
import { type Draft, draftOf } from './exchange.ts';
import { flowOf } from './flow.ts';
import { type Ground, groundOf, lot, units, worth } from './ground.ts';
import { liftWorst } from './lift.ts';
import { groupsOf, linkAll } from './link.ts';
import { boundAt, pricesOf } from './prices.ts';
import { missingCost, type Progress, shortCost, type Solved, type Task } from './task.ts';
import { topOf } from './top-of.ts';

/** Up to so many pairs, all of them are looked at exactly from the beginning. */
const smallEnough = 60_000;
const candidates = 5;
/** Among candidates that are nearly as good as each other not all applications should look at the same ones. */
const mixing = 3 * units;
const rounds = 8;
const goodEnough = 0.006;
/** Of what the best plan is worth, so much may go for those who got least. Links are made whatever they cost: without them scores cannot be compared. */
const shareToLift = 0.003;

/** 求解分配: the best plan, lifted where an application got least, linked where experts share none; with the bound beside it. */
export function solve(highs: Highs, task: Task, tell: (progress: Progress) => void = () => undefined): Solved {
  tell({ step: 'points', share: 0 });
  const ground = groundOf(task);
  const { pairs, bound } = bestPairs(highs, ground, tell);
  const draft = draftOf(ground, pairs);
  const scale = draft.worths.reduce((sum, each) => sum + Math.max(0, each), 0);
  const worstBefore = worstMatch(ground, draft);

  tell({ step: 'lift', share: 80 });
  liftWorst(draft, scale * shareToLift);
  const lifted = Int32Array.from(draft.moved);
  draft.moved.clear();
  tell({ step: 'link', share: 90 });
  if (task.isLinked) linkAll(draft);
  return { ...figures(ground, draft), worstBefore, bound: bound / units, lifted: lifted.filter((pair) => isIn(draft, pair)), linked: Int32Array.from(draft.moved) };
}

/** 最优配对: candidates by price, solved, priced again against all pairs, until no plan could be better by more than six thousandths. */
function bestPairs(highs: Highs, ground: Ground, tell: (progress: Progress) => void) {
  const isSmall = ground.n * ground.m <= smallEnough;
  tell({ step: 'prices', share: 5 });
  const prices = isSmall ? new Float64Array(ground.m) : pricesOf(ground);
  const flow = flowOf(highs, ground);
  try {
    flow.addPairs(isSmall ? ground.points.keys() : firstPairs(ground, prices));
    let best = { pairs: [] as number[], value: -Infinity };
    let bound = Infinity;
    for (let round = 0; round < rounds; round++) {
      tell({ step: 'flow', share: 15 + Math.round((60 * round) / rounds) });
      const { chosen, prices } = flow.solve();
      const value = valueOf(ground, chosen);
      if (value > best.value) best = { pairs: chosen, value };
      const wanted: number[] = [];
      bound = Math.min(bound, boundAt(ground, prices, (a, picked) => picked.forEach((e) => wanted.push(a * ground.m + e))));
      if (bound - best.value <= Math.abs(bound) * goodEnough) break;
      const added = flow.addPairs(wanted) + flow.addPlaces(repeated(ground, chosen));
      if (added === 0) break;
    }
    return { pairs: best.pairs, bound };
  } finally {
    flow.dispose();
  }
}

/**
 * The best few of each application at these prices, and of each expert; more of one whom few ask for, so that nobody stays idle
 * for want of candidates. Measured: few candidates and one more round take a third less time than many at once.
 */
function* firstPairs(ground: Ground, prices: Float64Array): Generator<number> {
  const { n, m, points, least, most } = ground;
  const rest = new Float64Array(n);
  const near = (a: number, e: number) => (points[a * m + e]! < 0 ? -Infinity : points[a * m + e]! + lot(e, e, a) * mixing);
  for (let a = 0; a < n; a++) {
    const top = topOf(m, candidates, (e) => near(a, e) - prices[e]!);
    rest[a] = top.length === 0 ? 0 : points[a * m + top.at(-1)!]! - prices[top.at(-1)!]!;
    for (const e of top) yield a * m + e;
  }
  for (let e = 0; e < m; e++) {
    for (const a of topOf(n, prices[e]! < 0 ? most[e]! * 2 : least[e]! * 3, (a) => near(a, e) - rest[a]!)) yield a * m + e;
  }
}

/** Places that stand twice among the experts of an application. */
function repeated(ground: Ground, pairs: readonly number[]): { a: number; place: number }[] {
  const found: { a: number; place: number }[] = [];
  const { chosen } = draftOf(ground, pairs);
  for (let a = 0; a < ground.n; a++) {
    const places = [...ground.held[a]!, ...chosen[a]!].map((e) => ground.place[e]!).filter((place) => place >= 0);
    for (const place of new Set(places)) if (places.indexOf(place) !== places.lastIndexOf(place)) found.push({ a, place });
  }
  return found;
}

/** What a plan is worth, with what empty seats and idle experts cost: the same measure as the bound. */
function valueOf(ground: Ground, pairs: readonly number[]): number {
  const { chosen, of } = draftOf(ground, pairs);
  let sum = 0;
  for (let a = 0; a < ground.n; a++) sum += worth(ground, a, chosen[a]!) - missingCost * (ground.seats[a]! - chosen[a]!.length);
  for (let e = 0; e < ground.m; e++) sum -= shortCost * Math.max(0, ground.least[e]! - of[e]!.size);
  return sum;
}

function figures(ground: Ground, draft: Draft) {
  const { chosen, of } = draft;
  const pairs = Int32Array.from(chosen.flatMap((experts, a) => experts.map((e) => a * ground.m + e)));
  const matches = [...pairs].map((pair) => ground.match[pair]!);
  return {
    pairs,
    value: valueOf(ground, [...pairs]) / units,
    worst: worstMatch(ground, draft),
    worstBound: worstPossible(ground),
    meanMatch: matches.length === 0 ? 0 : matches.reduce((sum, match) => sum + match, 0) / matches.length,
    missing: chosen.map((experts, application) => ({ application, seats: ground.seats[application]! - experts.length })).filter(({ seats }) => seats > 0),
    short: of.map((applications, expert) => ({ expert, by: ground.least[expert]! - applications.size })).filter(({ by }) => by > 0),
    groups: groupsOf(draft).count,
  };
}

const isIn = ({ ground, chosen }: Draft, pair: number) => chosen[Math.floor(pair / ground.m)]!.includes(pair % ground.m);
const meanOf = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

/** The lowest mean match among the applications to which the plan gives experts. */
function worstMatch(ground: Ground, { chosen }: Draft): number {
  const means = chosen.map((experts, a) => [...experts, ...ground.kept[a]!].map((e) => ground.match[a * ground.m + e]!)).filter((matches) => matches.length > 0).map(meanOf);
  return means.length === 0 ? 0 : Math.min(...means);
}

/** No plan lifts the worst above this: some application could not get better experts if all were free for it. */
function worstPossible(ground: Ground): number {
  const { n, m, points, match } = ground;
  let lowest = 100;
  for (let a = 0; a < n; a++) {
    const kept = ground.kept[a]!.map((e) => match[a * m + e]!);
    const free = topOf(m, ground.seats[a]!, (e) => (points[a * m + e]! < 0 ? -Infinity : match[a * m + e]!));
    const all = [...kept, ...free.map((e) => match[a * m + e]!)];
    if (all.length > 0) lowest = Math.min(lowest, meanOf(all));
  }
  return lowest;
}
