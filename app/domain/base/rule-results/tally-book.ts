import type { Stream } from './model.ts';
import { addCounts, type Band, bandOf, type Counts, countLetters, hundredthsOf, meetsMusts, noCounts, type Place, type TallyKind } from './tally.ts';

/** 一组结果: what is never added together: year, stream and edition. */
export type ResultSet = { year: number; stream: Stream; editionId: string };
export type Figure = ResultSet & Counts & { region: string; kind: TallyKind; item: string };
export type RegionScores = ResultSet & { region: string; bands: Band[] };

const zero = { communities: 0, hundredths: 0, allMusts: 0 };
const isSomething = (counts: Counts) => counts.met + counts.partly + counts.notMet + counts.notApplicable > 0;

/** 账: sums of regions, to which sums and single sheets are added. */
export function openBook() {
  const figures = new Map<string, Figure>();
  const scores = new Map<string, { set: ResultSet; region: string; bands: Map<number, Band> }>();
  const setKey = ({ year, stream, editionId }: ResultSet) => `${year} ${stream} ${editionId}`;

  function addFigure(set: ResultSet, region: string, kind: TallyKind, item: string, counts: Counts, sign = 1): void {
    const key = `${region} ${kind} ${item} ${setKey(set)}`;
    figures.set(key, { ...set, region, kind, item, ...addCounts(figures.get(key) ?? noCounts, counts, sign) });
  }

  function addBand(set: ResultSet, region: string, { band, ...more }: Band, sign = 1): void {
    const key = `${region} ${setKey(set)}`;
    const held = scores.get(key) ?? { set, region, bands: new Map<number, Band>() };
    const { communities, hundredths, allMusts } = held.bands.get(band) ?? zero;
    held.bands.set(band, {
      band, communities: communities + sign * more.communities, hundredths: hundredths + sign * more.hundredths, allMusts: allMusts + sign * more.allMusts,
    });
    scores.set(key, held);
  }

  /** One sheet comes (1) or goes (-1) in a region. */
  function addSheet(set: ResultSet, region: string, kinds: readonly TallyKind[], letters: string, places: readonly Place[], sign = 1): void {
    const counts = countLetters(letters);
    const band: Band = { band: bandOf(counts), communities: 1, hundredths: hundredthsOf(counts), allMusts: meetsMusts(places, letters) ? 1 : 0 };
    addBand(set, region, band, sign);
    for (const [kind, item, part] of partsOf(letters, places, kinds)) addFigure(set, region, kind, item, part, sign);
  }

  return {
    addFigure, addBand, addSheet,
    close: (): { figures: Figure[]; scores: RegionScores[] } => ({
      figures: [...figures.values()].filter(isSomething),
      scores: [...scores.values()].flatMap(({ set, region, bands }) => {
        const held = [...bands.values()].filter(({ communities }) => communities > 0).toSorted((one, other) => one.band - other.band);
        return held.length > 0 ? [{ ...set, region, bands: held }] : [];
      }),
    }),
  };
}

const groups = new WeakMap<readonly Place[], Record<TallyKind, [item: string, at: number[]][]>>();

/** Where among the letters the rules of each part of the standard stand. */
function groupsOf(places: readonly Place[]): Record<TallyKind, [string, number[]][]> {
  const known = groups.get(places);
  if (known) return known;
  const by = (itemOf: (place: Place) => string): [string, number[]][] => {
    const held = new Map<string, number[]>();
    places.forEach((place, at) => held.set(itemOf(place), [...(held.get(itemOf(place)) ?? []), at]));
    return [...held];
  };
  const made = { all: by(() => '*'), section: by(({ sectionId }) => sectionId), norm: by(({ normId }) => normId), rule: by(({ ruleId }) => ruleId) };
  groups.set(places, made);
  return made;
}

/** 各条目: what one sheet says of the parts of the standard. */
function partsOf(letters: string, places: readonly Place[], kinds: readonly TallyKind[]): [TallyKind, string, Counts][] {
  const grouped = groupsOf(places);
  const parts: [TallyKind, string, Counts][] = [];
  for (const kind of kinds) {
    for (const [item, at] of grouped[kind]) {
      const counts = { met: 0, partly: 0, notMet: 0, notApplicable: 0 };
      for (const place of at) {
        const letter = letters[place];
        if (letter === 'm') counts.met += 1;
        else if (letter === 'p') counts.partly += 1;
        else if (letter === 'n') counts.notMet += 1;
        else if (letter === 'x') counts.notApplicable += 1;
      }
      parts.push([kind, item, counts]);
    }
  }
  return parts;
}
