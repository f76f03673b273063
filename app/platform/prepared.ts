import { type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Db } from '#app/db/db.server.ts';

const dialect = new PgDialect();
const names = new Map<string, string>();

/** The same text has the same name for as long as the process runs. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `tongyou_${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** 预备语句: for the few questions that are asked at every request; each connection plans their text once. Values go in as parameters only. */
export async function prepared<R extends Record<string, unknown>>(db: Db, question: SQL): Promise<R[]> {
  const query = dialect.sqlToQuery(question);
  const statement = db._.session.prepareQuery(query, undefined, nameOf(query.sql), false);
  const { rows } = (await statement.execute()) as { rows: R[] };
  return rows;
}
