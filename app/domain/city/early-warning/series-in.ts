import { sql } from 'drizzle-orm';
import { everybody, stateCode } from '#app/domain/city/indicators/model.ts';
import { laterOf, lastDay, rangeOf } from '#app/domain/city/indicators/period.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Figure } from './weigh.ts';

export type Run = { regionCode: string; indicatorId: number; figures: Figure[]; contradicting: number | null };

type Row = { region_code: string; indicator_id: number; periods: string; figures: string; contradicting: number | null };

/**
 * 一片地区的数列: every region and indicator between two counties with its figures in order, one row each, put together by the
 * database in the order of the key. Where a whole year and a part of it end on one day, the year counts.
 */
export async function seriesIn(ctx: Ctx, [fromCounty, toCounty]: readonly [number, number], [fromYear, toYear]: readonly [number, number]): Promise<Run[]> {
  const [first, last] = rangeOf(fromYear, toYear);
  const v = indicatorValues;
  const { rows } = await ctx.db.execute<Row>(sql`
    select ${v.regionCode} as region_code, ${v.indicatorId} as indicator_id, string_agg(${v.period}::text, ',' order by ${v.period}) as periods, string_agg(${v.value}::text, ',' order by ${v.period}) as figures,
           max(${v.period}) filter (where ${v.numerator} > ${v.denominator}) as contradicting
    from ${v} where ${v.countyCode} between ${fromCounty} and ${toCounty} and ${v.period} between ${first} and ${last} and ${v.breakdown} = ${everybody} and ${v.status} >= ${stateCode('accepted')}
    group by ${v.countyCode}, ${v.regionCode}, ${v.indicatorId}`);
  return rows.map((row) => ({ regionCode: row.region_code, indicatorId: row.indicator_id, figures: inOrder(row), contradicting: row.contradicting }));
}

function inOrder({ periods, figures }: Row): Figure[] {
  const values = figures.split(',');
  const read = periods.split(',').map((period, at) => ({ period: Number(period), value: Number(values[at]) }));
  if (isOneFrequency(read)) return read;
  const byDay = new Map<string, Figure>();
  for (const figure of read) {
    const day = lastDay(figure.period);
    const held = byDay.get(day);
    if (!held || laterOf(held.period, figure.period) === figure.period) byDay.set(day, figure);
  }
  return [...byDay].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, figure]) => figure);
}

const isOneFrequency = (figures: readonly Figure[]) => figures.every(({ period }) => Math.floor((period % 1000) / 100) === Math.floor((figures[0]!.period % 1000) / 100));
