import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRegions, regionNames } from './regions.ts';
import { placeName } from '#app/domain/base/regions/place-name.ts';
import { workerDatabase } from '#tests/worker-database.ts';

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: (await workerDatabase()).migratorUrl });
  await client.connect();
});
afterAll(() => client.end());

const all = [...regionNames()];
const one = async (sql: string) => Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];

describe('the vendored regions', () => {
  test('hold every level, each unit once, under a unit that is there', () => {
    const counts: Record<number, number> = {};
    const seen = new Set<string>();
    const above: Record<number, number> = { 4: 2, 6: 4, 9: 6, 12: 9 };
    const orphans: string[] = [];
    for (const { code, name, readings } of all) {
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
    const read = new Map(all.slice(0, 45_127).map(({ code, readings }) => [code, readings.join(' ')]));
    expect(read.get('3415')).toBe('lu an shi');
    expect(read.get('4301')).toBe('chang sha shi');
    expect(read.get('5001')).toBe('shi xia qu');
    expect(read.get('50')).toBe('chong qing shi');
    expect(read.get('141024')).toBe('hong tong xian');
    expect(read.get('340111400')).toBe('bin hu shi ji she qu');
    expect(read.get('7104')).toBe('tai zhong shi');
  });

  test('are each named in English, nothing Chinese left', () => {
    const wrong: string[] = [];
    const named = new Map<string, string>();
    for (const region of all) {
      const english = placeName(region);
      if (!/^[A-Z0-9][A-Za-z0-9üÜ’– ,-]*$/.test(english)) wrong.push(`${region.code} ${region.name} ${english}`);
      if (region.code in known) named.set(region.code, english);
    }
    expect(wrong).toEqual([]);
    expect(Object.fromEntries(named)).toEqual(known);
  });
});

/** What maps and the press call these places. */
const known: Record<string, string> = {
  '11': 'Beijing', '12': 'Tianjin', '13': 'Hebei Province', '14': 'Shanxi Province', '15': 'Inner Mongolia', '31': 'Shanghai', '34': 'Anhui Province', '45': 'Guangxi', '50': 'Chongqing', '54': 'Xizang', '61': 'Shaanxi Province',
  '64': 'Ningxia', '65': 'Xinjiang', '71': 'Taiwan Province', '81': 'Hong Kong', '82': 'Macao', '1302': 'Tangshan City', '1411': 'Lüliang City', '1501': 'Hohhot City', '1506': 'Ordos City', '1507': 'Hulunbuir City', '1525': 'Xilingol League',
  '2102': 'Dalian City', '2224': 'Yanbian Korean Autonomous Prefecture', '2301': 'Harbin City', '2302': 'Qiqihar City', '2327': 'Daxing’anling Prefecture', '3301': 'Hangzhou City', '3310': 'Taizhou City', '3401': 'Hefei City', '3403': 'Bengbu City', '3415': 'Lu’an City', '3416': 'Bozhou City',
  '3502': 'Xiamen City', '3705': 'Dongying City', '4228': 'Enshi Tujia and Miao Autonomous Prefecture', '4301': 'Changsha City', '4403': 'Shenzhen City', '4419': 'Dongguan City', '5133': 'Garze Tibetan Autonomous Prefecture', '5328': 'Xishuangbanna Dai Autonomous Prefecture',
  '5401': 'Lhasa City', '5402': 'Xigaze City', '6101': 'Xi’an City', '6106': 'Yan’an City', '6328': 'Haixi Mongolian and Tibetan Autonomous Prefecture', '6501': 'Urumqi City', '6531': 'Kashgar Prefecture', '6540': 'Ili Kazak Autonomous Prefecture', '7103': 'Tainan City',
  '110105': 'Chaoyang District', '120116': 'Binhai New Area', '141024': 'Hongtong County', '150123': 'Helinge’er County', '152221': 'Ke’erqin Right-Wing Front Banner', '310115': 'Pudong New Area', '320576': 'Suzhou Industrial Park', '330382': 'Yueqing City', '340111': 'Baohe District',
  '340178': 'Hefei Xinzhan High-tech Development Zone', '341621': 'Guoyang County', '370103': 'Shizhong District', '371722': 'Shanxian County', '429021': 'Shennongjia Forestry District', '513233': 'Hongyuan County', '520203': 'Liuzhi Special District', '520626': 'Dejiang County',
  '632722': 'Zaduo County', '653131': 'Tashenku’ergan Tajik Autonomous County', '810102': 'Wan Chai District', '810103': 'Eastern District', '340111003': 'Wuhulu Subdistrict', '340111100': 'Feihe Town', '340111400': 'Binhu Shiji Community', '340111400001': 'Qionglin Community',
  '320102008': 'Hongshan Subdistrict', '150722100': 'Ni’erji Town',
};

describe('loading regions', () => {
  test('does nothing when the edition is there, but names once in English what was loaded before there were such names, and leaves who was renamed since', async () => {
    expect(await loadRegions(client, { onlyPrefixes: ['82'] })).toBe(true);
    await client.query(`update regions set english = null, name = case code when '820102' then '改过的名' else name end where code like '82%'`);
    await client.query('update region_editions set named_by = 0');
    expect(await loadRegions(client, { onlyPrefixes: ['82'] })).toBe(false);
    expect([await one(`select english from regions where code = '8201'`), await one(`select english from regions where code = '820102'`), await one('select named_by from region_editions')]).toEqual(['Macao Peninsula', null, 1]);
    await client.query(`update regions set english = null where code = '8201'`);
    expect(await loadRegions(client, { onlyPrefixes: ['82'] })).toBe(false);
    expect(await one(`select english from regions where code = '8201'`)).toBe(null);
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
