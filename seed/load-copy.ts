import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Cell = string | number | boolean | null | Date | object;
type Table = { name: string; columns: readonly string[] };

function cellOf(value: Cell): string {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (letter) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[letter]!) : text;
}

function* chunks(rows: Iterable<readonly Cell[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(cellOf).join('\t')}\n`;
    if (chunk.length < 131_072) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}

/** 批量写入: all rows of one table in one COPY; how many there were. */
export async function copyInto(client: Client, table: Table, rows: Iterable<readonly Cell[]>): Promise<number> {
  const stream = client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(chunks(rows)), stream);
  return stream.rowCount ?? 0;
}

/**
 * Takes the keys and indexes of a table away, fills it, and puts them back: built over rows that are there, an index
 * costs a fraction. It happens inside the caller's transaction, so no table is ever seen without them.
 */
export async function withoutIndexes<T>(client: Client, table: string, run: () => Promise<T>): Promise<T> {
  const { rows: constraints } = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where conrelid = $1::regclass and contype in ('p', 'u', 'f') and not exists (
        select from pg_constraint others where others.confrelid = $1::regclass and others.conindid = pg_constraint.conindid and others.contype = 'f')
      order by contype = 'f'`,
    [table],
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid)`,
    [table],
  );
  for (const { name } of constraints) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query(`alter table ${table} disable trigger user`); // what follows from a single row has nothing to say about rows that are all there at once
  const result = await run();
  await client.query(`alter table ${table} enable trigger user`);
  for (const { definition } of indexes) await client.query(definition);
  for (const { name, definition } of constraints) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  return result;
}
