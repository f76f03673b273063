import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { codesOfFormula } from '#app/domain/city/indicators/formula.ts';
import { readFormula } from '#app/domain/city/indicators/read-formula.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { together } from '#app/platform/together.ts';
import { countsPeople, type Figure, sharesPeople } from './model.ts';
import { reckonShown, type Reckoned, shownYears } from './reckon-shown.ts';

/** 连带: counts of people of the whole country are decided together with what they are reckoned from (families.ts). */
export const isBound = ({ definition }: Pick<Indicator, 'definition'>): boolean => countsPeople(definition.unit) && definition.regionCode === undefined;

/** An indicator with the formulas by which its figures were reckoned, the last of them first, whether that is in force or was. */
export type Defined = Indicator & { reckonedBy: readonly string[] };
type Known = { reckoned: Map<number, Reckoned>; versions: ReadonlyMap<number, number> };
type Kept = { at: number; known: Promise<Known> };

const aMinute = 60_000;
const kept = new WeakMap<Db, Kept>();

/**
 * 由人推算的指标: what is reckoned by a formula from counts or shares of people, by however many steps, and counts no people itself.
 * A region's own count of people belongs here too: it follows from what is shown, and binds nobody else's counts to one another.
 */
export function reckonedIn(all: readonly Defined[]): Map<number, Reckoned> {
  const known = new Map(all.map((each) => [each.code, each]));
  const trees = new Map(all.flatMap(({ code, reckonedBy: [last] }) => {
    const read = last === undefined ? undefined : readFormula(last);
    return read && 'tree' in read ? [[code, read.tree] as const] : [];
  }));
  const inputs = new Map(all.map(({ code, reckonedBy }) => [code, [...new Set(reckonedBy.flatMap(codesOfFormula))]]));
  const people = all.flatMap(({ code, definition }) => (countsPeople(definition.unit) || sharesPeople(definition) ? [code] : []));
  const above = Map.groupBy([...inputs].flatMap(([of, names]) => names.map((name) => ({ of, name }))), ({ name }) => name);
  const ofPeople = new Set([...people, ...standingOn(people, above)]);
  return new Map(all.flatMap((of) => {
    const tree = trees.get(of.code);
    if (!tree || isBound(of) || !inputs.get(of.code)!.some((code) => ofPeople.has(code))) return [];
    // With formulas that are no longer in force one may come round to its own indicator: then nothing is reckoned.
    const isRound = standingOn([of.code], above).has(of.code);
    return [[of.id, { of, tree, inputs: isRound ? [] : inputs.get(of.code)!.flatMap((code) => known.get(code) ?? []) }] as const];
  }));
}

/** All that is reckoned from these, by however many steps; each is looked at once, however many ways lead to it. */
function standingOn(codes: readonly string[], above: ReadonlyMap<string, readonly { of: string }[]>): Set<string> {
  const [found, waiting] = [new Set<string>(), [...codes]];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    for (const { of } of above.get(each) ?? []) {
      if (found.has(of)) continue;
      found.add(of);
      waiting.push(of);
    }
  }
  return found;
}

/** Kept for a minute: definitions change seldom. One that has been made or changed since is looked at anew. */
export async function reckonedFromPeople(ctx: Ctx, asked: readonly Indicator[]): Promise<Map<number, Reckoned>> {
  const former = kept.get(ctx.db);
  if (former && Math.abs(ctx.now.getTime() - former.at) < aMinute) {
    const { reckoned, versions } = await former.known;
    if (asked.every(({ id, version }) => (versions.get(id) ?? 0) >= version)) return reckoned;
  }
  const known = readKnown(ctx);
  kept.set(ctx.db, { at: ctx.now.getTime(), known });
  known.catch(() => kept.delete(ctx.db));
  return (await known).reckoned;
}

async function readKnown(ctx: Ctx): Promise<Known> {
  const all = await definedIndicators(ctx);
  return { reckoned: reckonedIn(all), versions: new Map(all.map(({ id, version }) => [id, version])) };
}

/** All definitions in force, each with every formula it had. */
export function definedIndicators(ctx: Ctx): Promise<Defined[]> {
  const [i, v] = [indicators, indicatorVersions];
  const had = sql`(select coalesce(jsonb_agg(older.definition->'formula' order by older.version desc), '[]') from ${v} older where older.indicator_id = ${i.id} and older.definition->>'formula' is not null)`;
  return together<Defined>(ctx, sql`
    select jsonb_build_object('id', ${i.id}, 'code', ${i.code}, 'version', ${i.version}, 'definition', ${v.definition}, 'reckonedBy', ${had})
    from ${i} inner join ${v} on ${v.indicatorId} = ${i.id} and ${v.version} = ${i.version} order by ${i.id}`);
}

export type Place = { indicatorId: number; regionCode: string; period: number };
/** How what a formula stands on is asked: one figure a year of everybody, as anybody would be shown it. */
export type AskInputs = (inputs: readonly Indicator[], regionCodes: readonly string[], from: number, to: number) => Promise<readonly Figure[]>;

/**
 * 推算值的公开: of figures that formulas reckoned, says of each what is shown instead where it stands on people, null where
 * something it stands on is not shown; undefined leaves a figure to the rules of its own kind.
 */
export async function reckonedFromShown(ctx: Ctx, indicators: readonly Indicator[], read: readonly Place[], ask: AskInputs): Promise<(place: Place) => number | null | undefined> {
  const unbound = new Map(indicators.flatMap((each) => (isBound(each) ? [] : [[each.id, each] as const])));
  const asked = Map.groupBy(read.filter(({ indicatorId }) => unbound.has(indicatorId)), ({ indicatorId }) => indicatorId);
  if (asked.size === 0) return () => undefined;
  const known = await reckonedFromPeople(ctx, [...asked.keys()].map((id) => unbound.get(id)!));
  const found = [...asked].flatMap(([id, places]) => (known.has(id) ? [{ reckoned: known.get(id)!, places }] : []));
  if (found.length === 0) return () => undefined;
  const spans = found.map(({ reckoned: { tree }, places }) => {
    const years = places.map(({ period }) => yearOf(period));
    return shownYears(tree, Math.min(...years), Math.max(...years));
  });
  const inputs = new Map(found.flatMap(({ reckoned }) => reckoned.inputs.map((each) => [each.id, each] as const)));
  // All of them in one question: one for each would ask more often the more steps there are, and more at every step.
  const shown = await ask([...inputs.values()], [...new Set(found.flatMap(({ places }) => places.map(({ regionCode }) => regionCode)))], Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to)));
  const values = new Map<string, number | null>();
  for (const { reckoned, places } of found) {
    const reckon = reckonShown(reckoned, shown);
    for (const { indicatorId, regionCode, period } of places) values.set(`${indicatorId} ${regionCode} ${period}`, reckon(regionCode, yearOf(period)));
  }
  return ({ indicatorId, regionCode, period }) => values.get(`${indicatorId} ${regionCode} ${period}`);
}
