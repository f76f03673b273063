import { sql } from 'drizzle-orm';
import type { Context } from 'hono';
import type { Db } from '#app/db/db.server.ts';

/** 健康: answers 200 while the database answers, else 503. */
export async function health(c: Context, db: Db) {
  try {
    await db.execute(sql`select 1`);
    return c.json({ status: 'ok' });
  } catch {
    return c.json({ status: 'database-unreachable' }, 503);
  }
}
