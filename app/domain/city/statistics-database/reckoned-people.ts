import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { codesIn } from '#app/domain/city/indicators/formula.ts';
import { type Node, readFormula } from '#app/domain/city/indicators/read-formula.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { together } from '#app/platform/together.ts';
import { countsPeople, type Figure, sharesPeople } from './model.ts';
import { reckonShown, type Reckoned, shownYears } from './reckon-shown.ts';

/** An indicator with the formula by which its figures were reckoned, whether that is in force or was. */
export type Defined = Indicator & { reckonedBy: string | null };
type Kept = { at: number; reckoned: Promise<Map<number, Reckoned>> };

const aMinute = 60_000;
const kept = new WeakMap<Db, Kept>();

/** 由人推算的指标: what counts no people itself and is reckoned by a formula from counts or shares of people, by however many steps. */
export function reckonedIn(all: readonly Defined[]): Map<number, Reckoned> {
  const known = new Map(all.map((each) => [each.code, each]));
  const trees = new Map(all.flatMap(({ code, reckonedBy }) => {
    const read = reckonedBy === null ? undefined : readFormula(reckonedBy);
    return read && 'tree' in read ? [[code, read.tree] as const] : [];
  }));
  const isOfPeople = (code: string, above: readonly string[] = []): boolean => {
    const each = known.get(code);
    if (!each || above.includes(code)) return false;
    return countsPeople(each.definition.unit) || sharesPeople(each.definition) || inputsOf(trees.get(code)).some((input) => isOfPeople(input, [...above, code]));
  };
  return new Map(all.flatMap((of) => {
    const tree = trees.get(of.code);
    if (!tree || countsPeople(of.definition.unit) || !codesIn(tree).some((code) => isOfPeople(code, [of.code]))) return [];
    return [[of.id, { of, tree, inputs: codesIn(tree).flatMap((code) => known.get(code) ?? []) }] as const];
  }));
}

const inputsOf = (tree: Node | undefined) => (tree ? codesIn(tree) : []);

/** Kept for a minute: definitions change seldom. */
function reckonedFromPeople(ctx: Ctx): Promise<Map<number, Reckoned>> {
  const former = kept.get(ctx.db);
  if (former && Math.abs(ctx.now.getTime() - former.at) < aMinute) return former.reckoned;
  const [i, v] = [indicators, indicatorVersions];
  const last = sql`(select older.definition->>'formula' from ${v} older where older.indicator_id = ${i.id} and older.definition->>'formula' is not null order by older.version desc limit 1)`;
  const reckoned = together<Defined>(ctx, sql`
    select jsonb_build_object('id', ${i.id}, 'code', ${i.code}, 'version', ${i.version}, 'definition', ${v.definition}, 'reckonedBy', ${last})
    from ${i} inner join ${v} on ${v.indicatorId} = ${i.id} and ${v.version} = ${i.version} order by ${i.id}`).then(reckonedIn);
  kept.set(ctx.db, { at: ctx.now.getTime(), reckoned });
  reckoned.catch(() => kept.delete(ctx.db));
  return reckoned;
}

export type Place = { indicatorId: number; regionCode: string; period: number };
/** How what a formula stands on is asked: one figure a year of everybody, as anybody would be shown it. */
export type AskInputs = (inputs: readonly Indicator[], regionCodes: readonly string[], from: number, to: number) => Promise<readonly Figure[]>;

/**
 * 推算值的公开: of figures that formulas reckoned, says of each what is shown instead where it stands on people, null where
 * something it stands on is not shown; undefined leaves a figure to the rules of its own kind.
 */
export async function reckonedFromShown(ctx: Ctx, countless: readonly Indicator[], read: readonly Place[], ask: AskInputs): Promise<(place: Place) => number | null | undefined> {
  const ids = new Set(countless.filter(({ definition }) => !countsPeople(definition.unit)).map(({ id }) => id));
  const asked = read.filter(({ indicatorId }) => ids.has(indicatorId));
  if (asked.length === 0) return () => undefined;
  const known = await reckonedFromPeople(ctx);
  const values = new Map<string, number | null>();
  for (const [id, places] of Map.groupBy(asked, ({ indicatorId }) => indicatorId)) {
    const reckoned = known.get(id);
    if (!reckoned) continue;
    const years = places.map(({ period }) => yearOf(period));
    const [first, last] = shownYears(reckoned.tree, Math.min(...years), Math.max(...years));
    const shown = await ask(reckoned.inputs, [...new Set(places.map(({ regionCode }) => regionCode))], first, last);
    const reckon = reckonShown(reckoned, shown);
    for (const { regionCode, period } of places) values.set(`${id} ${regionCode} ${period}`, reckon(regionCode, yearOf(period)));
  }
  return ({ indicatorId, regionCode, period }) => values.get(`${indicatorId} ${regionCode} ${period}`);
}
