import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { levels } from '#app/domain/base/regions/model.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { stateCode } from '#app/domain/city/indicators/model.ts';
import { periodOf, rangeOf } from '#app/domain/city/indicators/period.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { breakdowns, indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { together } from '#app/platform/together.ts';
import { type Count, openRegions, type Shown } from './protect.ts';

/** 一年的决定: which regions of the country may be seen, and what each had said when it was decided; `mark` tells whether that changed. */
export type Decision = { shown: Shown; said: ReadonlyMap<string, string>; mark: string; size: number };
type Kept = { at: number; decision: Promise<Decision>; made?: Decision };

const aMinute = 60_000;
const mostKept = 64_000_000; // letters of what was said
const kept = new WeakMap<Db, Map<string, Kept>>();

/**
 * 逐年决定: of one indicator in one year, over the whole country, kept for all who ask. After a minute it is asked whether anything
 * changed; who has read a figure `unlike` the decision does not wait for that.
 */
export function decisionOf(ctx: Ctx, indicator: Indicator, year: number, unlike?: Decision): Promise<Decision> {
  const decisions = kept.get(ctx.db) ?? new Map<string, Kept>();
  kept.set(ctx.db, decisions);
  const key = [indicator.id, indicator.definition.accumulation, year].join(' ');
  const former = decisions.get(key);
  const isFresh = former && Math.abs(ctx.now.getTime() - former.at) < aMinute;
  if (isFresh && (!unlike || former.made !== unlike)) return former.decision;
  const next: Kept = { at: ctx.now.getTime(), decision: renewed(ctx, indicator, year, unlike ? undefined : former?.made) };
  decisions.delete(key);
  decisions.set(key, next);
  next.decision.then((made) => {
    next.made = made;
    leaveRoom(decisions);
  }, () => decisions.get(key) === next && decisions.delete(key));
  return next.decision;
}

/** The oldest make room. */
function leaveRoom(decisions: Map<string, Kept>): void {
  let size = [...decisions.values()].reduce((sum, { made }) => sum + (made?.size ?? 0), 0);
  for (const [key, { made }] of decisions) {
    if (size <= mostKept) return;
    size -= made?.size ?? 0;
    decisions.delete(key);
  }
}

async function renewed(ctx: Ctx, indicator: Indicator, year: number, former: Decision | undefined): Promise<Decision> {
  if (!former) return decide(ctx, indicator, year);
  const [mark] = await together<string>(ctx, sql`select concat(count(*), ' ', sum(hashtextextended(said, year))) from (${saidIn(indicator, year)}) each`);
  return mark === former.mark ? former : decide(ctx, indicator, year);
}

type Row = { code: string; year: number; said: string; hash: string };

async function decide(ctx: Ctx, indicator: Indicator, year: number): Promise<Decision> {
  const [rows, groups] = await Promise.all([
    together<Row>(ctx, sql`select jsonb_build_object('code', code, 'year', year, 'said', said, 'hash', hashtextextended(said, year)::text) from (${saidIn(indicator, year)}) each`),
    together<[number, string]>(ctx, sql`select jsonb_build_array(id, dimension) from ${breakdowns}`),
  ]);
  const dimensions = new Map(groups);
  const { accumulation } = indicator.definition;
  const [own, before] = [year, year - 1].map((each) => rows.filter((row) => row.year === each).flatMap(countsOf));
  const said = new Map(rows.filter((row) => row.year === year).map((row) => [row.code, row.said]));
  const hashes = rows.reduce((sum, { hash }) => sum + BigInt(hash), 0n);
  return {
    shown: openRegions(own!, before!, { accumulation, dimensionOf: (breakdown) => dimensions.get(breakdown) ?? String(breakdown) }), said,
    mark: `${rows.length} ${rows.length === 0 ? '' : hashes}`, size: [...said.values()].reduce((sum, { length }) => sum + length, 0),
  };
}

function countsOf({ code, said }: Row): Count[] {
  return said.split(',').slice(1, -1).map((each) => {
    const [period, breakdown, value] = each.split(' ').map(Number) as [number, number, number];
    return { regionCode: code, period, breakdown, value };
  });
}

/** Whether a figure is what it was when it was decided. */
export function isAsDecided({ said }: Decision, { regionCode, period, breakdown, value }: Count): boolean {
  const text = said.get(regionCode) ?? '';
  const head = `,${period} ${breakdown} `;
  const at = text.indexOf(head);
  return at >= 0 && Number(text.slice(at + head.length, text.indexOf(',', at + 1))) === value;
}

/** Asked as one stretch of the key, so that no other index is ever taken for it. */
const key = sql.raw('(v.county_code, v.region_code, v.indicator_id, v.period)');

/** What every region down to the county says, in one text each; counts that run where a year ends, running totals with the year before. An ended region keeps what it said. */
function saidIn({ id, definition }: Indicator, year: number): SQL {
  const { accumulation } = definition;
  const [first] = rangeOf(accumulation === 'cumulative' ? year - 1 : year);
  const [, last] = rangeOf(year);
  const ends = [year - 1, year].flatMap((each) => [periodOf(each), periodOf(each, 'half-year', 2), periodOf(each, 'quarter', 4), periodOf(each, 'month', 12)]);
  const isMeant = accumulation === 'point' ? sql`true` : sql`v.period = any(${sql.param(ends)}::int[])`;
  return sql`
    select place.code, told.year, told.said
    from (select code, rpad(left(code, 6), 6, '0')::int as county_code from ${regions} where level <= ${levels.county} and code <> '*' union all select '*', 0) place
    cross join lateral (
      select v.period / 1000 as year, concat(',', string_agg(concat(v.period, ' ', v.breakdown, ' ', v.value), ',' order by v.period, v.breakdown), ',') as said
      from ${indicatorValues} v
      where v.county_code = place.county_code and ${key} >= (place.county_code, place.code collate "C", ${id}::int, ${first}::int) and ${key} <= (place.county_code, place.code collate "C", ${id}::int, ${last}::int) and ${isMeant} and v.status >= ${stateCode('accepted')} group by 1) told`;
}
