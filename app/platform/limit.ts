import { sql } from 'drizzle-orm';
import type { Ctx } from './ctx.ts';
import { Refusal } from './refusal.ts';

/** 频次限制: at most `max` tries of `key` within `seconds`; the next one is told to wait. Counted in the database, so every process shares it. */
export async function limit(ctx: Ctx, key: string, max: number, seconds: number): Promise<void> {
  const until = new Date(ctx.now.getTime() + seconds * 1000).toISOString();
  const now = ctx.now.toISOString();
  const { rows } = await ctx.db.execute<{ count: number }>(sql`
    insert into attempts (key, count, until) values (${key}, 1, ${until})
    on conflict (key) do update set
      count = case when attempts.until <= ${now} then 1 else attempts.count + 1 end,
      until = case when attempts.until <= ${now} then excluded.until else attempts.until end
    returning count`);
  if ((rows[0]?.count ?? 0) > max) throw new Refusal('too-many-tries', 429);
}
