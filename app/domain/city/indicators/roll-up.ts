import { sql } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { yearOf } from './period.ts';
import { indicatorsById } from './read.ts';
import { inputCodes, reckonFrom } from './reckon-values.ts';
import { rollUpRule } from './roll-up-rule.ts';
import { standSums } from './stand-sums.ts';
import { type Sum, sumBelow, type Wanted } from './sum-below.ts';
import { figureDues } from './tables.server.ts';
import type { Place } from './write-value.ts';
import { endsOfYears } from './year-ends.ts';

const atATime = 20_000;
/** One at a time adds up, so that two never write the same sum. */
const oneAtATime = sql`select pg_advisory_xact_lock(hashtextextended('figures', 0))`;

/**
 * 逐级汇总: takes figures that were written since the last time and adds up what lies above them, so many in one change. A sum
 * that is written waits in turn, so that county, city and province follow one another; what is not whole never becomes a figure.
 */
export async function rollUpFigures(ctx: Ctx): Promise<string> {
  let taken = 0;
  for (;;) {
    const { rowCount } = await ctx.db.execute(sql`select from ${figureDues} limit 1`);
    if (!rowCount) return String(taken);
    taken += await change(ctx, rollUpSome);
  }
}

type Due = { region_code: string; parent: string | null; indicator_id: number; period: number; breakdown: number };

async function rollUpSome(tx: Change): Promise<number> {
  await tx.db.execute(oneAtATime);
  const { rows: dues } = await tx.db.execute<Due>(sql`
    with taken as (delete from ${figureDues} where id in (select id from ${figureDues} order by id limit ${atATime}) returning region_code, indicator_id, period, breakdown)
    select distinct t.region_code, case when t.region_code = '*' then null when r.parent_code is null then '*' else r.parent_code end as parent, t.indicator_id, t.period, t.breakdown
    from taken t left join regions r on r.code = t.region_code where t.region_code = '*' or r.code is not null`);
  const indicators = await indicatorsById(tx, [...new Set(dues.map((due) => due.indicator_id))]);
  const wanted = new Map<string, Wanted>();
  for (const { parent, indicator_id: indicatorId, period, breakdown } of dues) {
    const indicator = indicators.get(indicatorId);
    const rule = indicator ? rollUpRule(indicator) : 'never';
    if (parent !== null && rule !== 'never') wanted.set(`${parent} ${indicatorId} ${period} ${breakdown}`, { regionCode: parent, indicatorId, period, breakdown, rule, unit: indicator!.definition.unit });
  }
  const places = dues.map(({ region_code: regionCode, indicator_id: indicatorId, period, breakdown }) => ({ regionCode, indicatorId, period, breakdown }));
  const sums: Sum[] = [...(await sumBelow(tx, [...wanted.values()])), ...(await endsOfYears(tx, places, indicators, beijingDay(tx.now)))];
  const written = await standSums(tx, sums);
  for (const { code, regionCode, year } of inputsOf(written, indicators, await inputCodes(tx))) await reckonFrom(tx, code, regionCode, year);
  await tx.record('figures.rolled-up', { id: 'figures', regionCode: '*' }, { figures: dues.length, sums: sums.length, written: written.length });
  return dues.length;
}

/** What formulas stand on: each once for its place and year. */
function inputsOf(written: readonly Place[], indicators: ReadonlyMap<number, { code: string }>, codes: ReadonlySet<string>) {
  const inputs = written.map(({ indicatorId, regionCode, period }) => ({ code: indicators.get(indicatorId)!.code, regionCode, year: yearOf(period) })).filter(({ code }) => codes.has(code));
  return [...new Map(inputs.map((input) => [`${input.code} ${input.regionCode} ${input.year}`, input])).values()];
}
