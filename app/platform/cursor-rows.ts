import { randomBytes } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from './ctx.ts';

/** 游标: the rows of one question, some at a time, out of one moment of the database; asked within a transaction. */
export async function* cursorRows<R extends Record<string, unknown>>(ctx: Ctx, question: SQL, size = 2000): AsyncGenerator<R[]> {
  const name = sql.identifier(`rows_${randomBytes(6).toString('hex')}`);
  await ctx.db.execute(sql`set local cursor_tuple_fraction = 1`); // every row is wanted: plan for the last, not for the first
  await ctx.db.execute(sql`declare ${name} no scroll cursor for ${question}`);
  // The database looks for the next rows while these are used.
  const fetchSome = async () => ctx.db.execute(sql`fetch forward ${sql.raw(String(size))} from ${name}`);
  const some = () => {
    const asked = fetchSome();
    asked.catch(() => undefined);
    return asked;
  };
  let coming = some();
  for (;;) {
    const { rows } = await coming;
    const isLast = rows.length < size;
    if (!isLast) coming = some();
    try {
      if (rows.length > 0) yield rows as R[];
    } finally {
      await coming.catch(() => undefined);
    }
    if (isLast) break;
  }
  await ctx.db.execute(sql`close ${name}`);
}
