import { randomBytes } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from './ctx.ts';

/** 游标: the rows of one question, some at a time, out of one moment of the database; asked within a transaction. */
export async function* cursorRows<R extends Record<string, unknown>>(ctx: Ctx, question: SQL, size = 2000): AsyncGenerator<R[]> {
  const name = sql.identifier(`rows_${randomBytes(6).toString('hex')}`);
  await ctx.db.execute(sql`declare ${name} no scroll cursor for ${question}`);
  for (;;) {
    const { rows } = await ctx.db.execute(sql`fetch forward ${sql.raw(String(size))} from ${name}`);
    if (rows.length > 0) yield rows as R[];
    if (rows.length < size) break;
  }
  await ctx.db.execute(sql`close ${name}`);
}
