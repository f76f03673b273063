import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { codesIn, reckon } from './formula.ts';
import { everybody, isUsableIn, stateCode } from './model.ts';
import { laterOf, periodOf, rangeOf, yearOf } from './period.ts';
import { readFormula } from './read-formula.ts';
import { type Indicator, indicatorsByCode } from './read.ts';
import { indicators, indicatorValues, indicatorVersions } from './tables.server.ts';
import { writeValue } from './write-value.ts';

/** 起算年: a running total goes back no further than this many years. */
const furthest = 20;

/**
 * 推算: whatever stands on an indicator, and is used in the region, is reckoned anew for the year, in the change that wrote the figure, so that pages and
 * queries find it where every other figure is. Missing inputs leave it as it was.
 */
export async function reckonFrom(tx: Change, code: string, regionCode: string, year: number, library?: Library): Promise<void> {
  const formulas = library?.formulas ?? (await reckoned(tx));
  if (!formulas.some(({ codes }) => codes.includes(code))) return;
  const all = library?.all ?? (await indicatorsByCode(tx));
  for (const { of, tree, codes } of inOrder(code, formulas)) {
    const above = all.get(of)!;
    if (!isUsableIn(above.definition, regionCode)) continue;
    const book = await readBook(tx, codes.map((known) => all.get(known)!), regionCode, year);
    const through = above.definition.accumulation === 'cumulative' ? book.lastYear : year;
    for (let at = year; at <= through; at += 1) {
      const value = reckon(tree, above.definition.unit, (known) => book.of(known, at), (known) => book.through(known, at), (known) => all.get(known)!.definition.unit);
      if (value === null) continue;
      const place = { indicatorId: above.id, regionCode, period: periodOf(at), breakdown: everybody };
      await writeValue(tx, place, { value, numerator: null, denominator: null }, { origin: 'formula', source: '', sourceUrl: null, reason: 'formula' });
    }
  }
}

/** What stands on an indicator, by however many steps, each after all that it stands on itself. */
function inOrder(code: string, formulas: Library['formulas']): Library['formulas'] {
  const left = new Map<string, Library['formulas'][number]>();
  for (let found = -1; found !== left.size;) {
    found = left.size;
    for (const each of formulas) if (each.codes.some((name) => name === code || left.has(name))) left.set(each.of, each);
  }
  const ordered: Library['formulas'] = [];
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ codes }) => !codes.some((name) => left.has(name)));
    if (ready.length === 0) break;
    ordered.push(...ready);
    for (const { of } of ready) left.delete(of);
  }
  return ordered;
}

type Library = { formulas: Awaited<ReturnType<typeof reckoned>>; all: Map<string, Indicator> };

/** 一批推算: for many regions and years at once; the library is opened once, and each formula is reckoned once for a place and year. */
export async function reckonMany(tx: Change, written: readonly { code: string; regionCode: string; year: number }[]): Promise<void> {
  const formulas = await reckoned(tx);
  const library: Library = { formulas, all: await indicatorsByCode(tx) };
  const wanted = new Map<string, (typeof written)[number]>();
  for (const each of written) for (const { of, codes } of formulas) if (codes.includes(each.code)) wanted.set(`${of} ${each.regionCode} ${each.year}`, each);
  const inputs = new Map([...wanted.values()].map((each) => [`${each.code} ${each.regionCode} ${each.year}`, each]));
  for (const { code, regionCode, year } of inputs.values()) await reckonFrom(tx, code, regionCode, year, library);
}

/** The codes that formulas stand on. */
export async function inputCodes(tx: Change): Promise<Set<string>> {
  return new Set((await reckoned(tx)).flatMap(({ codes }) => codes));
}

/** The formulas in force: few, among hundreds of definitions. */
async function reckoned({ db }: Change) {
  const rows = await db.select({ of: indicators.code, formula: sql<string>`${indicatorVersions.definition}->>'formula'` }).from(indicators)
    .innerJoin(indicatorVersions, and(eq(indicatorVersions.indicatorId, indicators.id), eq(indicatorVersions.version, indicators.version))).where(sql`${indicatorVersions.definition}->>'formula' is not null`);
  return rows.flatMap(({ of, formula }) => {
    const read = readFormula(formula);
    return 'tree' in read ? [{ of, tree: read.tree, codes: codesIn(read.tree) }] : [];
  });
}

/** The last figure of each year of some indicators in one region. */
async function readBook(tx: Change, of: readonly Indicator[], regionCode: string, year: number) {
  const v = indicatorValues;
  const [first, last] = rangeOf(year - furthest, year + furthest);
  const rows = await tx.db.select({ indicatorId: v.indicatorId, period: v.period, value: v.value }).from(v).where(and(
    eq(v.countyCode, countyCode(regionCode)), eq(v.regionCode, regionCode), inArray(v.indicatorId, of.map(({ id }) => id)),
    sql`${v.period} between ${first} and ${last}`, eq(v.breakdown, everybody), sql`${v.status} >= ${stateCode('accepted')}`,
  ));
  const years = new Map<string, { period: number; value: number }>();
  for (const { indicatorId, period, value } of rows) {
    const key = `${indicatorId} ${yearOf(period)}`;
    const held = years.get(key);
    if (!held || laterOf(held.period, period) === period) years.set(key, { period, value });
  }
  const idOf = new Map(of.map(({ code, id }) => [code, id]));
  const at = (code: string, each: number) => years.get(`${idOf.get(code)} ${each}`)?.value ?? null;
  return {
    lastYear: Math.max(year, ...rows.map(({ period }) => yearOf(period))),
    of: at,
    through(code: string, until: number): number | null {
      const found = Array.from({ length: 2 * furthest + 1 }, (_, back) => year - furthest + back).filter((each) => each <= until).map((each) => at(code, each)).filter((value) => value !== null);
      return found.length === 0 ? null : found.reduce((sum, value) => sum + value, 0);
    },
  };
}
