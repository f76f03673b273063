import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';

const chinese = /[\u4e00-\u9fff]/;
/** From the first Chinese sign of a text to its last, with what stands between; and what a page puts between two of them. */
const span = /[\u4e00-\u9fff](?:.*[\u4e00-\u9fff])?/s;
const between = /\s*[·:：;；,，、|/→()（）“”《》「」\n]\s*|\s+/;

/**
 * 谁也没有写过的中文: Chinese on an English page that stands in no column of the database, so that the page made it itself.
 * What people wrote, names and titles stay as they were written; what is sealed cannot be looked up and is named in `known`.
 */
export async function writtenByNobody(db: Db, texts: readonly string[], known: readonly string[]): Promise<Set<string>> {
  if (texts.length === 0) return new Set();
  const written = `${known.join('\n')}\n${await everythingWritten(db)}`;
  const isWritten = (text: string) => !chinese.test(text) || written.includes(span.exec(text)![0]);
  return new Set(texts.filter((text) => chinese.test(text) && !isWritten(text) && !span.exec(text)![0].split(between).every(isWritten)));
}

/** Every Chinese text of every column that may be read. */
async function everythingWritten(db: Db): Promise<string> {
  const { rows: columns } = await db.execute<{ table: string; column: string }>(sql`
    select c.oid::regclass::text as "table", quote_ident(a.attname) as "column" from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype) and has_table_privilege(c.oid, 'select')`);
  const parts: string[] = [];
  for (const [table, some] of Map.groupBy(columns, (each) => each.table)) {
    const asked = some.map(({ column }) => `select ${column}::text as said from ${table} where ${column}::text ~ '[\u4e00-\u9fff]'`).join(' union ');
    const { rows } = await db.execute<{ said: string }>(sql.raw(asked));
    parts.push(...rows.map(({ said }) => said));
  }
  return parts.join('\n').replaceAll('\\n', '\n').replaceAll('\\"', '"');
}
