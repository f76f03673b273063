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

/** 各条目: what one sheet says of the parts of the standard. */
function partsOf(letters: string, places: readonly Place[], kinds: readonly TallyKind[]): [TallyKind, string, Counts][] {
  const parts = new Map<string, [TallyKind, string, Counts]>();
  places.forEach(({ ruleId, normId, sectionId }, at) => {
    const letter = letters[at];
    if (!letter || letter === '-') return;
    const items: Record<TallyKind, string> = { all: '*', section: sectionId, norm: normId, rule: ruleId };
    for (const kind of kinds) {
      const [, , held] = parts.get(`${kind} ${items[kind]}`) ?? [kind, '', noCounts];
      parts.set(`${kind} ${items[kind]}`, [kind, items[kind], addCounts(held, countLetters(letter))]);
    }
  });
  return [...parts.values()];
}
