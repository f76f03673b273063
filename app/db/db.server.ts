import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { Logger } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { hasten } from './haste.ts';

/** The database or a transaction on it: every question and every change takes one of these. */
export type Db = PgDatabase<NodePgQueryResultHKT, Record<string, never>>;

/**
 * 连接池: opens the app's pool; the caller ends it. Statements that do not wait for each other travel together
 * (the driver's pipeline), so cursors and COPY need a connection of their own.
 */
export function openDb(url: string, max = 20, logger?: Logger): { db: Db; pool: pg.Pool; close: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'tongyou', pipeline: true });
  pool.on('connect', hasten);
  pool.on('error', () => undefined); // a broken idle connection is replaced at the next question
  return { db: drizzle(pool, logger ? { logger } : {}), pool, close: () => pool.end() };
}
