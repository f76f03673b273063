import pg, { type Client } from 'pg';
import { openDb } from '#app/db/db.server.ts';
import type { Prepared } from '#app/db/prepare.ts';
import { rebuildTallies } from '#app/domain/base/rule-results/rebuild.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { system } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import type { Say } from './load.ts';
import { type Cell, copyInto, withoutIndexes } from './load-copy.ts';

/** 虚构结果 bear this source: the codes are real, the levels are invented. */
export const nationSource = 'load-nation';
const before = 100_000;
type Place = { id: string; isMust: boolean };

/**
 * 全国负载: every committee of the country with invented levels of all rules this year, and every sixth of them a year before.
 * Sheets go in by COPY, the rows of the rules are made from them, keys come last, roll-ups are made at one stroke. All in one transaction;
 * a second run finds them there.
 */
export async function fillNation(urls: Prepared, say: Say, limit = Infinity): Promise<number> {
  const client = new pg.Client({ connectionString: urls.migratorUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ many: number }>(`select count(*)::int as many from result_sheets where source_id = $1`, [nationSource]);
    if (rows[0]!.many > 0) {
      say(`全国负载已在库中：${rows[0]!.many} 张结果单`, `the load of the nation is there already: ${rows[0]!.many} sheets`);
      return rows[0]!.many;
    }
    await client.query('begin');
    await client.query(`set local maintenance_work_mem = '1GB'; set local work_mem = '128MB'`);
    const sheets = await fillSheets(client, say, limit);
    await client.query('commit');
    await addUp(urls, say);
    say('正在整理统计信息', 'gathering statistics');
    await client.query('vacuum (analyze) result_sheets, rule_results, tallies, score_tallies');
    return sheets;
  } finally {
    await client.end();
  }
}

async function fillSheets(client: Client, say: Say, limit: number): Promise<number> {
  const { rows: edition } = await client.query<{ id: string }>(`select id from editions where state = 'published' order by published_at desc limit 1`);
  const { rows: places } = await client.query<Place>(
    `select r.id, r.kind = 'must' as "isMust" from rules r join norms n on n.edition_id = r.edition_id and n.id = r.norm_id
       join sections s on s.edition_id = n.edition_id and s.id = n.section_id where r.edition_id = $1 order by s.position, n.position, r.position`,
    [edition[0]!.id],
  );
  const { rows: units } = await client.query<{ code: string }>('select code from regions where level = 5 order by code');
  const codes = units.slice(0, limit).map(({ code }) => code);
  const share = Math.min(before, codes.length);
  const earlier = codes.filter((_, at) => Math.floor((at * share) / codes.length) !== Math.floor(((at - 1) * share) / codes.length));
  const year = new Date().getUTCFullYear();
  const about = { editionId: edition[0]!.id, places };
  const count = await timed(say, '结果单', 'sheets', () =>
    withoutIndexes(client, 'result_sheets', async () => {
      const columns = ['county_code', 'region_code', 'year', 'stream', 'edition_id', 'revision', 'letters', 'score', 'source_id', 'concluded_at'];
      const table = { name: 'result_sheets', columns };
      return (await copyInto(client, table, sheetRows(earlier, year - 1, about))) + (await copyInto(client, table, sheetRows(codes, year, about)));
    }));
  for (const each of [year - 1, year]) await fillYear(client, each, places.map(({ id }) => id), say);
  return count;
}

/** Levels of one committee: a mean of its own, by province and county, and a die for each rule; the same at every load. */
function* sheetRows(codes: readonly string[], year: number, { editionId, places }: { editionId: string; places: readonly Place[] }): Generator<Cell[]> {
  const now = new Date();
  for (const code of codes) {
    let state = (Number(code.slice(-9)) * 2_654_435_761 + year) >>> 0;
    const roll = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    const own = 0.32 + 0.2 * ((Number(code.slice(0, 2)) % 7) / 7) + 0.25 * ((Number(code.slice(2, 6)) % 31) / 31) + 0.15 * roll();
    let letters = '';
    let [won, asked] = [0, 0];
    for (const { isMust } of places) {
      const drawn = roll() - (isMust ? 0.08 : 0);
      const letter = drawn > 0.985 ? 'x' : drawn < own ? 'm' : drawn < own + 0.22 ? 'p' : 'n';
      letters += letter;
      if (letter !== 'x') asked += 1;
      won += letter === 'm' ? 1 : letter === 'p' ? 0.5 : 0;
    }
    yield [countyCode(code), code, year, 'self', editionId, 1, letters, asked ? (100 * won) / asked : null, nationSource, now];
  }
}

/** Rows of one year, made from its sheets in a table that stands beside the others until its key is built. */
async function fillYear(client: Client, year: number, ruleIds: readonly string[], say: Say): Promise<void> {
  const part = `rule_results_${year}`;
  const { rows: held } = await client.query<{ many: number }>(`select count(*)::int as many from ${part}`);
  const isEmpty = held[0]!.many === 0;
  const bounds = `for values from (${year}) to (${year + 1})`;
  if (isEmpty) {
    await client.query(`alter table rule_results detach partition ${part}`);
    await client.query(`alter table ${part} add constraint of_its_year check (year is not null and year >= ${year} and year < ${year + 1})`);
  }
  const { rows: provinces } = await client.query<{ code: string }>('select distinct left(region_code, 2) as code from result_sheets where source_id = $1 and year = $2 order by 1', [nationSource, year]);
  const fill = async () => {
    let made = 0;
    for (const some of inParts(provinces, 8)) {
      made += await timed(say, `${year} 年细则结果 ${some.map(({ code }) => code).join(' ')}`, `results of ${year}`, () => fillProvinces(client, isEmpty ? part : 'rule_results', year, some.map(({ code }) => code), ruleIds));
    }
    return made;
  };
  if (!isEmpty) return void (await fill());
  await timed(say, `${year} 年细则结果连同键`, `results of ${year} with their key`, () => withoutIndexes(client, part, fill));
  await client.query(`alter table rule_results attach partition ${part} ${bounds}`);
  await client.query(`alter table ${part} drop constraint of_its_year`);
}

async function fillProvinces(client: Client, table: string, year: number, provinces: readonly string[], ruleIds: readonly string[]): Promise<number> {
  const { rowCount } = await client.query(
    `insert into ${table} (county_code, year, region_code, stream, rule_id, level)
     select s.county_code, s.year, s.region_code, s.stream, said.rule_id, case said.letter when 'm' then 'met' when 'p' then 'partly' when 'n' then 'not-met' else 'not-applicable' end
     from (select * from result_sheets where source_id = $1 and year = $2 and left(region_code, 2) = any($3::text[]) order by county_code, region_code) s,
          unnest($4::text[], string_to_array(s.letters, null)) as said (rule_id, letter)`,
    [nationSource, year, provinces, ruleIds],
  );
  return rowCount ?? 0;
}

async function addUp(urls: Prepared, say: Say): Promise<void> {
  const { db, close } = openDb(urls.migratorUrl, 1);
  try {
    const ctx = { actor: system, db, now: new Date(), locale: 'zh-CN' as const, requestId: 'load' };
    await timed(say, '汇总', 'roll-ups', async () => {
      const { tallies, scores } = await rebuildTallies(ctx);
      return tallies + scores;
    });
  } finally {
    await close();
  }
}

async function timed(say: Say, zh: string, en: string, run: () => Promise<number>): Promise<number> {
  const from = performance.now();
  const rows = await run();
  const seconds = (performance.now() - from) / 1000;
  say(`${zh}：${rows.toLocaleString('en')} 行，${seconds.toFixed(1)} 秒`, `${en}: ${rows.toLocaleString('en')} rows in ${seconds.toFixed(1)} s`);
  return rows;
}
