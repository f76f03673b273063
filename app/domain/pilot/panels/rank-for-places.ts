import { createHash } from 'node:crypto';
import { type Ranked, type RankEntry, type RankRule, type Spread, spreads, type Standing, type TieStep } from './model.ts';

/** 抽签: sha256 of the seed, a line feed and the number of the application; the smaller comes first. Anybody can work it out again. */
export function lotOf(seed: string, number: string): string {
  return createHash('sha256').update(`${seed}\n${number}`).digest('hex');
}

type Placed = { entry: RankEntry; tiedWith: string[]; partedBy: TieStep | null; lot: string | null };

/** 排名定额: by score, ties parted by the rule, then as many as there are places; pure, so that it can be repeated. */
export function rankForPlaces(entries: readonly RankEntry[], places: number, rule: RankRule): Ranked[] {
  const fits = entries.filter((entry) => barOf(entry, rule) === null);
  const placed: Placed[] = [];
  for (const group of groupsOf(fits, rule.decimals)) placed.push(...parted(group, placed.map(({ entry }) => entry), rule));

  const taken = entries.filter(({ outcome }) => outcome === 'accepted');
  const perRegion = new Map<string, number>();
  const add = (entry: RankEntry) => perRegion.set(regionOf(entry, rule.spread), (perRegion.get(regionOf(entry, rule.spread)) ?? 0) + 1);
  taken.forEach(add);
  let left = places - taken.length;
  const standingOf = (entry: RankEntry): Standing => {
    if (entry.outcome) return entry.outcome;
    if (rule.mostPerRegion !== null && (perRegion.get(regionOf(entry, rule.spread)) ?? 0) >= rule.mostPerRegion) return 'region-full';
    if (left <= 0) return 'reserve';
    left -= 1;
    add(entry);
    return 'proposed';
  };

  const inOrder = placed.map(({ entry, ...rest }, at): Ranked => ({ id: entry.id, rank: at + 1, standing: standingOf(entry), ...rest }));
  const barred = entries
    .filter((entry) => barOf(entry, rule) !== null)
    .toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1) || compare(a.number, b.number))
    .map((entry): Ranked => ({ id: entry.id, rank: null, standing: entry.outcome ?? barOf(entry, rule)!, tiedWith: [], partedBy: null, lot: null }));
  return [...inOrder, ...barred];
}

/** What keeps an entry out of the order altogether. */
function barOf({ isStopped, isReady, score, passMark, mustNotMet }: RankEntry, rule: RankRule): Standing | null {
  if (isStopped) return 'stopped';
  if (!isReady || score === null) return 'unready';
  if (rule.mustRulesStop && mustNotMet > 0) return 'must-not-met';
  return passMark !== null && score < passMark ? 'below-pass' : null;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const regionOf = ({ regionCode }: RankEntry, spread: Spread) => regionCode.slice(0, spreads[spread]);
const alike = (score: number, decimals: number) => Math.round(score * 10 ** decimals);

/** Entries of the same score, the highest first. */
function groupsOf(entries: readonly RankEntry[], decimals: number): RankEntry[][] {
  const groups = Map.groupBy(entries, ({ score }) => alike(score!, decimals));
  return [...groups.entries()].toSorted(([a], [b]) => b - a).map(([, group]) => group);
}

/** Takes one after the other out of a tie: each time whoever the steps put first, the spread counted anew. */
function parted(group: readonly RankEntry[], above: readonly RankEntry[], rule: RankRule): Placed[] {
  if (group.length === 1) return [{ entry: group[0]!, tiedWith: [], partedBy: null, lot: null }];
  const numbers = group.map(({ number }) => number).toSorted(compare);
  const placed: Placed[] = [];
  let rest = [...group];
  while (rest.length > 0) {
    const [first, step] = firstOf(rest, [...above, ...placed.map(({ entry }) => entry)], rule);
    const lot = step === 'lots' || placed.at(-1)?.partedBy === 'lots' ? lotOf(rule.seed, first.number) : null;
    placed.push({ entry: first, tiedWith: numbers.filter((number) => number !== first.number), partedBy: step ?? placed.at(-1)!.partedBy, lot });
    rest = rest.filter((entry) => entry !== first);
  }
  return placed;
}

/** Who comes first, and the last step that was needed to say so; none for the only one left. */
function firstOf(entries: readonly RankEntry[], above: readonly RankEntry[], rule: RankRule): [RankEntry, TieStep | null] {
  let best = [...entries];
  let last: TieStep | null = null;
  for (const step of [...rule.steps.filter((one) => one !== 'lots'), 'lots' as const]) {
    if (best.length === 1) break;
    const keys = best.map((entry) => keyOf(step, entry, above, rule));
    const least = keys.reduce((one, other) => (compareKeys(one, other) <= 0 ? one : other));
    const left = best.filter((_, at) => compareKeys(keys[at]!, least) === 0);
    if (left.length < best.length) last = step;
    best = left;
  }
  return [best.toSorted((a, b) => compare(a.number, b.number))[0]!, last];
}

const compareKeys = (a: number | string, b: number | string) => (a < b ? -1 : Number(a > b));

/** The smaller key comes first. */
function keyOf(step: TieStep, entry: RankEntry, above: readonly RankEntry[], rule: RankRule): number | string {
  if (step === 'must-rules') return entry.mustNotMet;
  if (step === 'section') return -alike(entry.bySection[rule.sectionId] ?? -1, rule.decimals);
  if (step === 'regional-spread') return above.filter((one) => regionOf(one, rule.spread) === regionOf(entry, rule.spread)).length;
  return lotOf(rule.seed, entry.number);
}
