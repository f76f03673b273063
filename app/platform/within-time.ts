import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import type { Ctx } from './ctx.ts';
import { Refusal } from './refusal.ts';

/** What the database says when it gave a statement up. */
const canceled = '57014';

/** 限时询问: what a stranger asks is given up by the database after so long, and they are told in the words of `refusal` to ask for less. */
export async function withinTime<T>(ctx: Ctx, seconds: number, refusal: string, ask: (db: Db) => Promise<T>): Promise<T> {
  try {
    return await ctx.db.transaction(async (tx) => {
      const [, answer] = await Promise.all([tx.execute(sql.raw(`set local statement_timeout = ${Math.round(seconds * 1000)}`)), ask(tx)]);
      return answer;
    });
  } catch (error) {
    for (let one = error; one instanceof Error; one = one.cause) if ('code' in one && one.code === canceled) throw new Refusal(refusal, 503, 60);
    throw error;
  }
}
