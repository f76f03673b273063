import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { zstdDecompressSync } from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { isSynthetic, isVirtual, kindOf, levelOf, parentCandidates } from '#app/domain/base/regions/model.ts';
import { namingRules, placeName } from '#app/domain/base/regions/place-name.ts';
import { wordsOf } from '#app/domain/base/regions/search-words.ts';

const folder = join(import.meta.dirname, '../data/regions');
const columns = 'code, level, name, english, parent_code, kind, is_synthetic, is_virtual, pinyin, initials, words';

export type RegionName = { code: string; name: string; readings: string[] };

/** 区划名录: every unit of the vendored edition with its readings, level by level. */
export function* regionNames(): Generator<RegionName> {
  const usual = JSON.parse(readFileSync(join(folder, 'readings.json'), 'utf8')) as Record<string, string>;
  const text = zstdDecompressSync(readFileSync(join(folder, 'regions.txt.zst'))).toString();
  let above = '';
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    const line = text.slice(start, end);
    start = end + 1;
    if (!line.startsWith(':')) {
      above = line;
      continue;
    }
    const digits = above.length < 6 ? 2 : 3;
    const [name = '', unusual = ''] = line.slice(1 + digits).split('\t');
    const readings = [...name].map((letter) => usual[letter] ?? '');
    for (const [, at, reading] of unusual.matchAll(/(\d+)([a-z]+)/g)) readings[Number(at)] = reading!;
    yield { code: above + line.slice(1, 1 + digits), name, readings };
  }
}

function rowOf({ code, name, readings }: RegionName): string {
  const level = levelOf(code);
  const { words, pinyin, initials } = wordsOf({ name, readings, level });
  const parent = parentCandidates(code).find((candidate) => !isSynthetic(candidate)) ?? '\\N';
  const lexemes = words.map((word) => `'${word}'`).join(' ');
  const flags = `${isSynthetic(code) ? 't' : 'f'}\t${isVirtual(code, name) ? 't' : 'f'}`;
  return `${code}\t${level}\t${name}\t${placeName({ code, name, readings })}\t${parent}\t${kindOf(code)}\t${flags}\t${pinyin}\t${initials}\t${lexemes}\n`;
}

function* wanted(onlyPrefixes?: readonly string[]): Generator<RegionName> {
  for (const region of regionNames()) {
    if (!onlyPrefixes || onlyPrefixes.some((prefix) => region.code.startsWith(prefix) || prefix.startsWith(region.code))) yield region;
  }
}

/** Lines for the copy, many at a time. */
function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** 载入区划: loads the vendored edition unless the database already holds it; a newer one replaces names and ends what is gone. */
export async function loadRegions(client: Client, { onlyPrefixes }: { onlyPrefixes?: readonly string[] } = {}): Promise<boolean> {
  const edition = JSON.parse(readFileSync(join(folder, 'edition.json'), 'utf8')) as { version: string; asOf: string };
  const version = onlyPrefixes ? `${edition.version}:${onlyPrefixes.join(',')}` : edition.version;
  await client.query('begin');
  try {
    await client.query(`lock table region_editions in share row exclusive mode`);
    const held = await client.query('select 1 from region_editions where version = $1', [version]);
    if (held.rowCount === 0) {
      const count = await replaceRegions(client, onlyPrefixes);
      await client.query('delete from region_editions');
      await client.query('insert into region_editions (version, as_of, rows, loaded_at, named_by) values ($1, $2, $3, now(), $4)', [version, edition.asOf, count, namingRules]);
    }
    if (held.rowCount !== 0) await nameInEnglish(client, onlyPrefixes);
    await client.query('commit');
    if (held.rowCount === 0) await client.query('analyze regions');
    return held.rowCount === 0;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function* rows(onlyPrefixes?: readonly string[]): Generator<string> {
  for (const region of wanted(onlyPrefixes)) yield rowOf(region);
}

function* namesIn(onlyPrefixes?: readonly string[]): Generator<string> {
  for (const region of wanted(onlyPrefixes)) yield `${region.code}\t${region.name}\t${placeName(region)}\n`;
}

/** 补英文名: once, for a database whose names were loaded before these rules; who was renamed since keeps what the change gave. */
async function nameInEnglish(client: Client, onlyPrefixes?: readonly string[]): Promise<void> {
  const late = await client.query('update region_editions set named_by = $1 where named_by < $1', [namingRules]);
  if (late.rowCount === 0) return;
  await client.query('create unlogged table region_arrivals (code text collate "C" primary key, name text not null, english text not null)');
  await pipeline(Readable.from(inChunks(namesIn(onlyPrefixes))), client.query(copyFrom('copy region_arrivals from stdin')));
  await client.query('update regions r set english = a.english from region_arrivals a where a.code = r.code and a.name = r.name and r.english is distinct from a.english');
  await client.query('drop table region_arrivals');
}

async function replaceRegions(client: Client, onlyPrefixes?: readonly string[]): Promise<number> {
  const isFirst = (await client.query('select 1 from regions limit 1')).rowCount === 0;
  const indexes = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i where i.indrelid = 'regions'::regclass and not i.indisunique`,
  );
  // An index is built several times faster over rows that are there than row by row.
  if (isFirst) for (const { name } of indexes.rows) await client.query(`drop index ${name}`);
  if (!isFirst) await client.query('create unlogged table region_arrivals (like regions including defaults)');
  const target = isFirst ? 'regions' : 'region_arrivals';
  const copy = client.query(copyFrom(`copy ${target} (${columns}) from stdin`));
  await pipeline(Readable.from(inChunks(rows(onlyPrefixes))), copy);
  if (!isFirst) {
    await client.query(
      `insert into regions (${columns}) select ${columns} from region_arrivals
         on conflict (code) do update set (${columns}, is_ended) =
           (${columns.split(', ').map((column) => `excluded.${column}`).join(', ')}, false)`,
    );
    await client.query(
      'update regions r set is_ended = true where not is_ended and not exists (select from region_arrivals a where a.code = r.code)',
    );
    await client.query('drop table region_arrivals');
  }
  await client.query(`set local maintenance_work_mem = '256MB'`);
  if (isFirst) for (const { definition } of indexes.rows) await client.query(definition);
  return copy.rowCount ?? 0;
}
