import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRegions, regionNames } from './regions.ts';
import { workerDatabase } from '#tests/worker-database.ts';

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: (await workerDatabase()).migratorUrl });
  await client.connect();
});
afterAll(() => client.end());

const one = async (sql: string) => Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];

describe('the vendored regions', () => {
  test('hold every level, each unit once, under a unit that is there', () => {
    const counts: Record<number, number> = {};
    const seen = new Set<string>();
    const above: Record<number, number> = { 4: 2, 6: 4, 9: 6, 12: 9 };
    const orphans: string[] = [];
    for (const { code, name, readings } of regionNames()) {
      counts[code.length] = (counts[code.length] ?? 0) + 1;
      if (code.length > 2 && !seen.has(code.slice(0, above[code.length]))) orphans.push(code);
      if (name === '' || readings.length !== [...name].length) orphans.push(name);
      seen.add(code);
    }
    expect(orphans).toEqual([]);
    expect(counts).toEqual({ 2: 34, 4: 342 + 27, 6: 2978 + 394, 9: 41_352, 12: 620_573 });
    expect(seen.size).toBe(665_700);
  });

  test('read place names as their people do', () => {
    const read = new Map([...regionNames()].slice(0, 45_127).map(({ code, readings }) => [code, readings.join(' ')]));
    expect(read.get('3415')).toBe('lu an shi');
    expect(read.get('4301')).toBe('chang sha shi');
    expect(read.get('5001')).toBe('shi xia qu');
    expect(read.get('50')).toBe('chong qing shi');
    expect(read.get('141024')).toBe('hong tong xian');
    expect(read.get('340111400')).toBe('bin hu shi ji she qu');
    expect(read.get('7104')).toBe('tai zhong shi');
  });
});

describe('loading regions', () => {
  test('does nothing when the edition is there', async () => {
    expect(await loadRegions(client, { onlyPrefixes: ['82'] })).toBe(true);
    expect(await loadRegions(client, { onlyPrefixes: ['82'] })).toBe(false);
  });

  test('keeps the indexes, brings what is new, ends what is gone and revives what is back', async () => {
    await loadRegions(client, { onlyPrefixes: ['82', '3415'] });
    expect(await one(`select count(*)::int from pg_indexes where tablename = 'regions'`)).toBe(5);
    expect(await one(`select is_ended from regions where code = '3415'`)).toBe(false);
    expect(await one(`select count(*)::int from regions where code like '820%' and not is_ended`)).toBe(10);
    expect(await one(`select is_ended from regions where code = '3401'`)).toBe(true);

    await loadRegions(client, { onlyPrefixes: ['3401'] });
    expect(await one(`select is_ended from regions where code = '3401'`)).toBe(false);
    expect(await one(`select is_ended from regions where code = '82'`)).toBe(true);
    expect(await one(`select rows = (select count(*) from regions where not is_ended) from region_editions`)).toBe(true);
  });

  test('leaves everything as it was when something goes wrong', async () => {
    const before = await one('select version from region_editions');
    await client.query(`alter table regions add constraint no_macao check (code <> '8201' or is_ended)`);
    await expect(loadRegions(client, { onlyPrefixes: ['82'] })).rejects.toThrow('no_macao');
    await client.query('alter table regions drop constraint no_macao');
    expect(await one('select version from region_editions')).toBe(before);
    expect(await one(`select is_ended from regions where code = '3401'`)).toBe(false);
  });
});
