import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import pg from 'pg';

/** The database or a transaction on it: every question and every change takes one of these. */
export type Db = PgDatabase<NodePgQueryResultHKT, Record<string, never>>;

/** 连接池: opens the app's pool; the caller ends it. */
export function openDb(url: string, max = 20): { db: Db; pool: pg.Pool; close: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'tongyou' });
  pool.on('error', () => undefined); // a broken idle connection is replaced at the next question
  return { db: drizzle(pool), pool, close: () => pool.end() };
}
