import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { rollUpFigures } from '#app/domain/city/indicators/roll-up.ts';
import { rollUpRule } from '#app/domain/city/indicators/roll-up-rule.ts';
import { takeFacts } from '#app/domain/city/operations/take-facts.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { openCities } from '../city-world.ts';
import { drive, figures, type Line } from '../measure.ts';

const corrections = 100;
const month = 2025306;
const beside = (line: Line, floor: Line): Line => ({ ...line, floor: floor.p50, ratio: Math.round((line.p50 / floor.p50) * 100) / 100 });

/** 逐级汇总 over fifteen million figures: one corrected figure until its city and province stand, and one month of the whole country, each beside the barest sums over the same rows. */
export async function rollUps(): Promise<Line[]> {
  const { db, bare, stop } = await openCities();
  const ctx: Ctx = { actor: { ...system, grants: [{ role: 'programme-officer', regionCode: '*', organisationId: null }] }, db, now: new Date(), locale: 'zh-CN', requestId: 'bench' };
  try {
    const { rows: size } = await db.execute<{ many: string }>(sql`select reltuples::bigint::text as many from pg_class where relname = 'indicator_values'`);
    const note = `${Number(size[0]!.many).toLocaleString('en')} figures`;
    await rollUpFigures(ctx); // what earlier runs left
    return [...(await wholeMonth(ctx, bare, note)), ...(await oneByOne(ctx, bare, note)), await facts(ctx, note)];
  } finally {
    await stop();
  }
}

/** 全国一个月: every figure of a month waits, and all that lies above it is added up. */
async function wholeMonth(ctx: Ctx, bare: pg.Client, note: string): Promise<Line[]> {
  const rules = Map.groupBy((await indicatorsByCode(ctx)).values(), rollUpRule);
  const [sums, shares] = [rules.get('sum')!.map(({ id }) => id), rules.get('share')!.map(({ id }) => id)];
  const ids = [...sums, ...shares];
  const plain = () => bare.query(`
    select r.parent_code, v.indicator_id, sum(v.value), sum(v.numerator), sum(v.denominator), count(*) from indicator_values v join regions r on r.code = v.region_code and r.level = 3
    where v.indicator_id = any($1::int[]) and v.period = $2 and v.breakdown = 0 and v.status >= 2 group by 1, 2`, [ids, month]);
  await plain();
  const floor = figures('roll-up floor: sums of all cities for one month, one statement', await drive(3, 1, plain));
  const { rowCount } = await ctx.db.execute(sql`insert into figure_dues (county_code, region_code, indicator_id, period, breakdown) select county_code, region_code, indicator_id, period, breakdown from indicator_values where period = ${month} and length(region_code) = 6`);
  const line = figures('roll-up: one month of all districts up to the nation', await drive(1, 1, () => rollUpFigures(ctx)));
  return [floor, { ...beside(line, floor), exact: await isExact(ctx, ids, shares), note: `${note}; ${rowCount!.toLocaleString('en')} figures waited` }];
}

/** The same sums, added another way: whole ones stand, others do not, and a share without parts was not told. */
async function isExact(ctx: Ctx, ids: readonly number[], shares: readonly number[]): Promise<boolean> {
  const isShare = sql`v.indicator_id = any(${sql.param([...shares])}::int[])`;
  const { rows } = await ctx.db.execute<{ wrong: number; many: number }>(sql`
    with below as (
      select r.parent_code as place, v.indicator_id, sum(v.value) as value, sum(v.numerator) as numerator, sum(v.denominator) as denominator, count(*) as reported from indicator_values v
      join regions r on r.code = v.region_code and r.level = 3 and length(r.parent_code) = 4 and not r.is_synthetic and not r.is_virtual and not r.is_ended
      where v.indicator_id = any(${sql.param([...ids])}::int[]) and v.period = ${month} and v.breakdown = 0 and (v.denominator is not null or not ${isShare}) group by 1, 2),
    wide as (select parent_code as place, count(*) as expected from regions where level = 3 and not is_synthetic and not is_virtual and not is_ended group by 1)
    select count(*)::int as many, (count(*) filter (where d.region_code is null or d.expected <> w.expected or d.reported <> b.reported or (d.denominator is null and d.value <> b.value)
      or (d.denominator is not null and (d.numerator <> b.numerator or d.denominator <> b.denominator)) or (d.reported = d.expected) <> (v.value is not null)))::int as wrong
    from below b join wide w on w.place = b.place left join derived_figures d on d.county_code = rpad(b.place, 6, '0')::int and d.region_code = b.place and d.indicator_id = b.indicator_id and d.period = ${month} and d.way = 1
    left join indicator_values v on v.county_code = rpad(b.place, 6, '0')::int and v.region_code = b.place and v.indicator_id = b.indicator_id and v.period = ${month} and v.origin = 4`);
  return rows[0]!.many > 0 && rows[0]!.wrong === 0;
}

/** 一个更正: a district's figure is corrected, and what lies above it is right again. */
async function oneByOne(ctx: Ctx, bare: pg.Client, note: string): Promise<Line[]> {
  const { rows: districts } = await ctx.db.execute<{ code: string; parent: string }>(sql`select code, parent_code as parent from regions where level = 3 and length(parent_code) = 4 and not is_synthetic and not is_virtual and not is_ended order by md5(code) limit ${corrections}`);
  const id = (await indicatorsByCode(ctx, ['A12-3'])).get('A12-3')!.id;
  const plain = (i: number) => bare.query({ name: 'sum', text: `select sum(v.value), count(*) from regions r join indicator_values v on v.county_code = r.code::int and v.region_code = r.code and v.indicator_id = $2 and v.period = $3 and v.breakdown = 0 where r.parent_code = $1 and r.level = 3`, values: [districts[i]!.parent, id, 2025000] });
  await drive(20, 1, plain);
  const floor = figures('roll-up floor: the sum of one city, one statement', await drive(districts.length, 1, plain));
  const stamp = Math.floor(ctx.now.getTime() / 1000) % 1_000_000;
  const line = figures('roll-up: a figure corrected until city, province and nation are right', await drive(districts.length, 1, async (i) => {
    await recordValue(ctx, 'A12-3', ValueInput.parse({ regionCode: districts[i]!.code, period: '2025', value: String(stamp + i), reason: '测速（虚构）' }));
    await rollUpFigures(ctx);
  }));
  return [floor, { ...beside(line, floor), note }];
}

/** 每夜取数 where nothing has changed. */
async function facts(ctx: Ctx, note: string): Promise<Line> {
  const day = ctx.now.toISOString().slice(0, 10);
  await takeFacts(ctx, day, {});
  return { ...figures('facts of the whole country, nothing new', await drive(5, 1, () => takeFacts(ctx, day, {}))), note };
}
