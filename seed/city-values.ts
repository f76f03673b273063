import pg, { type Client } from 'pg';
import type { Prepared } from '#app/db/prepare.ts';
import { originCode, stateCode } from '#app/domain/city/indicators/model.ts';
import { periodOf } from '#app/domain/city/indicators/period.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Say } from './load.ts';
import { type Cell, copyInto, withoutIndexes } from './load-copy.ts';

/** 虚构数值 bear this name: places and indicators are real, the figures are invented. */
export const loadName = '虚构负载';
const years = [2023, 2024, 2025];
const columns = ['county_code', 'region_code', 'indicator_id', 'period', 'breakdown', 'value', 'numerator', 'denominator', 'status', 'origin', 'recorded_at', 'recorded_by_name'];

/**
 * 城市负载: every indicator of every district, month by month for three years, and of every city year by year: fifteen million
 * figures by COPY, keys last. One in fifty is missing, as it would be. A second run finds them there.
 */
export async function fillCityValues(urls: Prepared, say: Say, limit = Infinity): Promise<number> {
  const client = new pg.Client({ connectionString: urls.migratorUrl });
  await client.connect();
  try {
    const { rows: held } = await client.query<{ many: number }>(`select count(*)::int as many from (select from indicator_values where recorded_by_name = $1 limit 1) held`, [loadName]);
    if (held[0]!.many > 0) {
      say('城市负载已在库中', 'the load of the cities is there already');
      return held[0]!.many;
    }
    const from = performance.now();
    await client.query('begin');
    await client.query(`set local maintenance_work_mem = '1GB'`);
    const made = await withoutIndexes(client, 'indicator_values', async () => copyInto(client, { name: 'indicator_values', columns }, await rowsOf(client, limit)));
    await client.query('commit');
    await client.query('vacuum (analyze) indicator_values');
    const seconds = (performance.now() - from) / 1000;
    say(`指标值：${made.toLocaleString('en')} 行连同键，${seconds.toFixed(1)} 秒`, `figures: ${made.toLocaleString('en')} rows with their keys in ${seconds.toFixed(1)} s`);
    return made;
  } finally {
    await client.end();
  }
}

async function rowsOf(client: Client, limit: number): Promise<Iterable<Cell[]>> {
  const { rows: places } = await client.query<{ code: string; level: number }>(`select code, level from regions where level in (2, 3) and not is_synthetic and not is_ended order by level desc, code`);
  const { rows: indicators } = await client.query<{ id: number; unit: string }>(`select i.id, v.definition->>'unit' as unit from indicators i join indicator_versions v on v.indicator_id = i.id and v.version = i.version where v.definition->>'source' <> 'operations' order by i.id`);
  const districts = places.filter(({ level }) => level === 3).slice(0, limit);
  const cities = places.filter(({ level }) => level === 2);
  return invented([...districts.map(({ code }) => ({ code, isMonthly: true })), ...cities.map(({ code }) => ({ code, isMonthly: false }))], indicators);
}

/** The same at every load: a die that begins with the place. */
function* invented(places: readonly { code: string; isMonthly: boolean }[], indicators: readonly { id: number; unit: string }[]): Generator<Cell[]> {
  const [status, origin, at] = [stateCode('accepted'), originCode('by-hand'), new Date(Date.UTC(2026, 0, 15)).toISOString()];
  for (const { code, isMonthly } of places) {
    const county = countyCode(code);
    let state = (Number(code) * 2_654_435_761) >>> 0;
    const roll = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    for (const { id, unit } of indicators) {
      const base = 40 + 40 * roll();
      for (const year of years) {
        for (let month = isMonthly ? 1 : 12; month <= 12; month += 1) {
          if (roll() < 0.02) continue;
          const value = Math.round((base + (year - 2023) * 6 + month * 0.4 + roll()) * 10) / 10;
          const isShare = unit === 'percent';
          yield [county, code, id, isMonthly ? periodOf(year, 'month', month) : periodOf(year), 0, isShare ? Math.min(100, value) : Math.round(value), isShare ? Math.round(Math.min(100, value) * 10) : null, isShare ? 1000 : null, status, origin, at, loadName];
        }
      }
    }
  }
}
