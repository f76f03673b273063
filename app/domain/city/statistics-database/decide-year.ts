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
import { decideApart } from './decide-apart.ts';
import type { Count, Shown } from './protect.ts';
import { partsOf, type Said, saidValues } from './told-year.ts';

/** 一年的决定: which regions of the country may be seen, and what each had said of each indicator when it was decided; `mark` tells whether that changed. */
export type Decision = { shown: Shown; said: ReadonlyMap<string, string>; mark: string; size: number };
/** What is decided together: one indicator in a year, or in all years those that a formula reckons from one another. */
export type Together = { members: readonly Indicator[]; from: number; to: number };
type Kept = { at: number; decision: Promise<Decision>; made?: Decision };

const aMinute = 60_000;
const mostKept = 64_000_000; // letters of what was said
const kept = new WeakMap<Db, Map<string, Kept>>();

/**
 * 逐年决定: what is decided together, over the whole country, kept for all who ask. After a minute it is asked whether anything
 * changed; who has read a figure `unlike` the decision does not wait for that.
 */
export function decisionOf(ctx: Ctx, asked: Together, unlike?: Decision): Promise<Decision> {
  const decisions = kept.get(ctx.db) ?? new Map<string, Kept>();
  kept.set(ctx.db, decisions);
  const key = [...asked.members.map(({ id, definition }) => `${id} ${definition.accumulation}`), asked.from, asked.to].join(' ');
  const former = decisions.get(key);
  const isFresh = former && Math.abs(ctx.now.getTime() - former.at) < aMinute;
  if (isFresh && (!unlike || former.made !== unlike)) return former.decision;
  const next: Kept = { at: ctx.now.getTime(), decision: renewed(ctx, asked, unlike ? undefined : former?.made) };
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

async function renewed(ctx: Ctx, asked: Together, former: Decision | undefined): Promise<Decision> {
  if (!former) return decide(ctx, asked);
  const [mark] = await together<string>(ctx, sql`select concat(count(*), ' ', sum(hashtextextended(said, id * 10000::bigint + year))) from (${saidIn(asked)}) each`);
  return mark === former.mark ? former : decide(ctx, asked);
}

type Row = Said & { hash: string };

/** So many years are read at once: each is what a whole country says, and others want the database too. */
const mostAtOnce = 2;
let running = 0;
const queue: (() => void)[] = [];

async function decide(ctx: Ctx, asked: Together): Promise<Decision> {
  while (running >= mostAtOnce) await new Promise<void>((resolve) => queue.push(resolve));
  running += 1;
  try {
    return await decideNow(ctx, asked);
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

async function decideNow(ctx: Ctx, asked: Together): Promise<Decision> {
  const [{ rows }, dimensions] = await Promise.all([
    ctx.db.execute<Row>(sql`select id, code, year, said, hashtextextended(said, id * 10000::bigint + year)::text as hash from (${saidIn(asked)}) each`),
    together<[number, string]>(ctx, sql`select jsonb_build_array(id, dimension) from ${breakdowns}`),
  ]);
  const said = new Map<string, string>();
  for (const row of rows) if (row.year >= asked.from) said.set(placeKey(row.id, row.code), (said.get(placeKey(row.id, row.code)) ?? ',').slice(0, -1) + row.said);
  const running = new Set(asked.members.flatMap(({ id, definition }) => (definition.accumulation === 'cumulative' ? [id] : [])));
  const hashes = rows.reduce((sum, { hash }) => sum + BigInt(hash), 0n);
  return {
    shown: await decideApart({ dimensions, parts: partsOf(rows.map(({ hash: _, ...row }) => row), running, asked.from) }), said,
    mark: `${rows.length} ${rows.length === 0 ? '' : hashes}`, size: [...said.values()].reduce((sum, { length }) => sum + length, 0),
  };
}

const placeKey = (indicatorId: number, code: string) => `${indicatorId} ${code}`;

/** 与决定时一样: says of figures that come region by region whether each is what it was when it was decided. */
export function sameAs({ said }: Decision): (count: Count & { indicatorId: number }) => boolean {
  let [here, values] = ['', new Map<string, number>()];
  return ({ indicatorId, regionCode, period, breakdown, value }) => {
    const key = placeKey(indicatorId, regionCode);
    if (key !== here) [here, values] = [key, saidValues(said.get(key) ?? '')];
    return values.get(`${period} ${breakdown}`) === value;
  };
}

const saidIn = ({ members, from, to }: Together): SQL => sql.join(members.map((each) => saidOf(each, from, to)), sql` union all `);

/** What every region down to the county says, in one text a year; counts that run where a year ends, running totals with the year before. An ended region keeps what it said. */
function saidOf({ id, definition }: Indicator, from: number, to: number): SQL {
  const { accumulation } = definition;
  const [first, last] = rangeOf(accumulation === 'cumulative' ? from - 1 : from, to);
  const isMeant = accumulation === 'point' ? sql`true` : from === to ? sql`v.period = any(${sql.param([to - 1, to].flatMap(endsOf))}::int[])` : sql`v.period % 1000 = any(${sql.param(endsOf(0))}::int[])`;
  return sql`
    select ${id}::int as id, place.code, told.year, told.said
    from (select code, rpad(left(code, 6), 6, '0')::int as county_code from ${regions} where level <= ${levels.county} and code <> '*' union all select '*', 0) place
    cross join lateral (
      select v.period / 1000 as year, concat(',', string_agg(concat(v.period, ' ', v.breakdown, ' ', v.value), ',' order by v.period, v.breakdown), ',') as said
      from ${indicatorValues} v
      where v.county_code = place.county_code and v.region_code = place.code collate "C" and v.indicator_id = ${id}::int and v.period between ${first}::int and ${last}::int and ${isMeant} and v.status >= ${stateCode('accepted')} group by 1) told`;
}

const endsOf = (year: number) => [periodOf(year), periodOf(year, 'half-year', 2), periodOf(year, 'quarter', 4), periodOf(year, 'month', 12)];
