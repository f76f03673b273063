import { placesIn, readTallies, type Tallied } from '#app/domain/base/rule-results/read-tallies.ts';
import { type CountedSheet, sheetsWithin } from '#app/domain/base/rule-results/read-sheets.ts';
import { type Counts, meanOf, noCounts, type TallyKind } from '#app/domain/base/rule-results/tally.ts';
import { type Figure, openBook, type RegionScores, type ResultSet } from '#app/domain/base/rule-results/tally-book.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { getRegion, listChildren, regionPath, type Step } from '#app/domain/base/regions/read.ts';
import type { Edition } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { StatisticsAsked } from './input.ts';
import { chooseSet, communitiesIn, type KnownSet, knownSets } from './sets.ts';

const everyKind: readonly TallyKind[] = ['all', 'section', 'norm', 'rule'];
const below: readonly TallyKind[] = ['all', 'section'];

/** 一个地区的数字: the mean over all that applied, of the whole and of each section, and how many communities stand behind it. */
export type RegionLine = Step & { communities: number; allMusts: number; counts: Counts; mean: number | null; sections: Record<string, number | null> };

export type RegionFigures = {
  region: Step & { level: number }; path: Step[]; set: ResultSet; sets: KnownSet[]; edition: Edition; version: Tallied['version'];
  own: RegionLine; above: RegionLine[]; children: RegionLine[]; items: Figure[]; bands: RegionScores['bands'];
  years: (ResultSet & { mean: number | null; communities: number })[];
  /** The one sheet that a single community's page is about. */
  sheet: CountedSheet | undefined;
};

/** 一个地区的统计: '*' is the nation. Nothing is answered while nobody has concluded anything that fits. */
export async function regionFigures(ctx: Ctx, code: string, asked: StatisticsAsked): Promise<RegionFigures | { region: Step & { level: number }; path: Step[]; sets: KnownSet[] }> {
  const [sets, region, path, next] = await Promise.all([
    knownSets(ctx),
    code === '*' ? { code, name: '', level: 0 } : getRegion(ctx, code),
    code === '*' ? [] : regionPath(ctx, code),
    code.length === 12 ? [] : listChildren(ctx, code === '*' ? null : code),
  ]);
  const set = chooseSet(sets, asked);
  if (!set) return { region, path, sets };
  const edition = await getEdition(ctx, set.editionId);
  if (asked.section && !edition.sections.some(({ id }) => id === asked.section)) throw new Refusal('section-not-found', 404);
  const over = code === '*' ? [] : ['*', ...parentCandidates(code).filter((each) => each.length <= 6 && path.some((step) => step.code === each)).toReversed()];
  const { tallied, sheets } = code.length >= 6 ? await fromSheets(ctx, code, set, next.map((each) => each.code), over) : await fromTallies(ctx, code, set, next.map((each) => each.code), over);
  const lineOf = (step: Step) => lineFrom(step, tallied, set);
  return {
    region, path, sets, set, edition, version: tallied.version,
    own: lineOf({ code, name: region.name }),
    above: over.map((each) => lineOf(path.find((step) => step.code === each) ?? { code: each, name: '' })),
    children: next.map(({ code: child, name }) => lineOf({ code: child, name })),
    items: tallied.figures.filter((figure) => figure.region === code && isOf(figure, set)),
    bands: tallied.scores.find((scores) => scores.region === code && isOf(scores, set))?.bands ?? [],
    years: yearsOf(tallied, code, set),
    sheet: sheets.length === 1 ? sheets[0] : sheets.find(({ placeCode }) => placeCode === code),
  };
}

const isOf = (one: ResultSet, set: ResultSet) => one.year === set.year && one.stream === set.stream && one.editionId === set.editionId;

function lineFrom(step: Step, { figures, scores }: Tallied, set: ResultSet): RegionLine {
  const mine = figures.filter((figure) => figure.region === step.code && isOf(figure, set));
  const bands = scores.find((each) => each.region === step.code && isOf(each, set))?.bands ?? [];
  const counts = mine.find(({ kind }) => kind === 'all') ?? noCounts;
  return {
    ...step, counts, mean: meanOf(counts), communities: communitiesIn({ bands }), allMusts: bands.reduce((sum, band) => sum + band.allMusts, 0),
    sections: Object.fromEntries(mine.filter(({ kind }) => kind === 'section').map((figure) => [figure.item, meanOf(figure)])),
  };
}

/** One line a year: the same stream; where a year has several editions, the one of most communities. */
function yearsOf({ figures, scores }: Tallied, code: string, { stream }: ResultSet) {
  const lines = scores.filter((each) => each.region === code && each.stream === stream).map((each) => {
    const counts = figures.find((figure) => figure.region === code && figure.kind === 'all' && isOf(figure, each));
    return { year: each.year, stream, editionId: each.editionId, communities: communitiesIn(each), mean: counts ? meanOf(counts) : null };
  });
  const best = new Map<number, (typeof lines)[number]>();
  for (const line of lines) if (line.communities > (best.get(line.year)?.communities ?? 0)) best.set(line.year, line);
  return [...best.values()].toSorted((one, other) => one.year - other.year);
}

async function fromTallies(ctx: Ctx, code: string, set: ResultSet, children: readonly string[], over: readonly string[]) {
  const tallied = await readTallies(ctx, { ...set, regions: [...children, ...over], kinds: below, closely: { regions: [code], kinds: everyKind }, history: code });
  return { tallied, sheets: [] as CountedSheet[] };
}

/** A county and what lies in it is added up from its sheets: few, and down to a single community. */
async function fromSheets(ctx: Ctx, code: string, set: ResultSet, children: readonly string[], over: readonly string[]) {
  const [{ sheets, version }, wider] = await Promise.all([
    sheetsWithin(ctx, { within: code, stream: set.stream }),
    readTallies(ctx, { ...set, regions: over, kinds: below }),
  ]);
  const book = openBook();
  const places = await placesIn(ctx, sheets);
  for (const sheet of sheets) {
    const { year, stream, editionId, letters, placeCode } = sheet;
    const isNow = isOf(sheet, set);
    const all = places.get(editionId)!;
    book.addSheet({ year, stream, editionId }, code, isNow ? everyKind : ['all'], letters, all);
    const child = isNow ? children.find((each) => placeCode.startsWith(each)) : undefined;
    if (child) book.addSheet({ year, stream, editionId }, child, below, letters, all);
  }
  const { figures, scores } = book.close();
  return { tallied: { figures: [...figures, ...wider.figures], scores: [...scores, ...wider.scores], version }, sheets: sheets.filter((sheet) => isOf(sheet, set)) };
}
