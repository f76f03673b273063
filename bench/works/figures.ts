import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { answerQuestion } from '#app/domain/city/statistics-database/answer-question.ts';
import { Question } from '#app/domain/city/statistics-database/input.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { loadName } from '#seed/city-values.ts';
import { openCities } from '../city-world.ts';
import { against, drive, figures, type Line } from '../measure.ts';

const asks = 200;
type Place = { city: string; districts: string[] };
type Kind = { name: string; codes: string[]; r: (at: number) => string; scope: string; span: string; from: number; group?: string };

/** 统计数据库 over fifteen million figures: what people ask of it, each beside one plain statement over the same rows. */
export async function askedFigures(): Promise<Line[]> {
  const { db, bare, stop } = await openCities();
  const ctx: Ctx = { actor: visitor, db, now: new Date(), locale: 'zh-CN', requestId: 'bench' };
  try {
    const { rows: size } = await db.execute<{ many: string }>(sql`select reltuples::bigint::text as many from pg_class where relname = 'indicator_values'`);
    const { rowCount } = await db.execute(sql`select from indicator_values where recorded_by_name = ${loadName} limit 1`);
    if (!rowCount) throw new Error('还没有城市负载，请先运行 npm run seed:load -- city · there is no load of the cities yet: run npm run seed:load -- city first');
    const { rows: places } = await db.execute<Place>(sql`
      select parent_code as city, array_agg(code order by code) as districts from regions
      where level = 3 and length(parent_code) = 4 and not is_synthetic and not is_ended group by 1 order by count(*) desc, 1 limit 100`);
    const cityAt = (at: number) => places[at % places.length]!.city;
    const shares = ['A08-1', 'A10-2', 'A11-2', 'A11-3', 'A13-1', 'A13-2', 'A15-1', 'A15-9'];
    const kinds: Kind[] = [
      { name: 'one indicator, a city and its districts, one figure a year', codes: ['A08-1'], r: cityAt, scope: 'with-below', span: 'year', from: 2023 },
      { name: 'eight indicators, a city and its districts, one figure a year', codes: shares, r: cityAt, scope: 'with-below', span: 'year', from: 2023 },
      { name: 'eight indicators of a city’s districts, every month', codes: shares, r: cityAt, scope: 'below', span: 'month', from: 2023 },
      { name: 'people counted: three indicators, a city and its districts, every month', codes: ['A06-2', 'A07-2', 'A15-7'], r: cityAt, scope: 'with-below', span: 'all', from: 2025, group: 'gender' },
      { name: 'one indicator in all counties of a province', codes: ['A08-1'], r: (at) => cityAt(at).slice(0, 2), scope: 'counties', span: 'year', from: 2025 },
      { name: 'one indicator in all counties of the nation', codes: ['A08-1'], r: () => '*', scope: 'counties', span: 'year', from: 2025 },
    ];
    const lines: Line[] = [];
    for (const kind of kinds) lines.push(...(await measured(ctx, bare, kind, `${Number(size[0]!.many).toLocaleString('en')} figures`)));
    return lines;
  } finally {
    await stop();
  }
}

async function measured(ctx: Ctx, bare: pg.Client, { name, codes, r, scope, span, from, group = 'none' }: Kind, note: string): Promise<Line[]> {
  const ids = [...(await indicatorsByCode(ctx, codes)).values()].map(({ id }) => id);
  const ask = (at: number) => answerQuestion(ctx, Question.parse({ i: codes.join(','), r: r(at), scope, span, group, from, to: 2025 }));
  const known = new Map<string, string[]>();
  const placesAt = async (at: number) => {
    if (!known.has(r(at))) known.set(r(at), (await ask(at)).places.meant.map(({ code }) => code));
    return known.get(r(at))!;
  };
  const plain = async (at: number) => {
    const codesHere = await placesAt(at);
    await bare.query({
      name: 'figures', text: 'select region_code, indicator_id, period, breakdown, value from indicator_values where county_code = any($1::int[]) and region_code = any($2::text[]) and indicator_id = any($3::int[]) and period between $4 and 2025999 and status >= 2',
      values: [codesHere.map(countyCode), codesHere, ids, from * 1000],
    });
  };
  const { figures: some } = await ask(0);
  await drive(20, 1, async (at) => { await ask(at); await plain(at); });
  const floor = figures(`figures floor: ${name}`, await drive(asks, 1, plain));
  const line = figures(`figures: ${name}`, await drive(asks, 1, ask));
  return [floor, { ...against(line, floor.p50, 'p50', 'p95 ≤ 300 ms', ({ p95 }) => p95 <= 300), note: `${note}; ${some.length.toLocaleString('en')} in the answer` }];
}
