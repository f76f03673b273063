import { isIPv6 } from 'node:net';
import { sql } from 'drizzle-orm';
import type { Ctx } from './ctx.ts';
import { Refusal } from './refusal.ts';

/** 频次限制: at most `max` tries of `key` within `seconds`; the next one is told to wait. Counted in the database, so every process shares it. */
export async function limit(ctx: Ctx, key: string, max: number, seconds: number): Promise<void> {
  const { count, left } = await tally(ctx, key, seconds);
  if (count > max) throw new Refusal('too-many-tries', 429, left);
}

/** 记一次: how many of `key` there were within `seconds` with this one, and how many of the seconds are left. */
export async function tally(ctx: Ctx, key: string, seconds: number): Promise<{ count: number; left: number }> {
  const until = new Date(ctx.now.getTime() + seconds * 1000).toISOString();
  const now = ctx.now.toISOString();
  const { rows } = await ctx.db.execute<{ count: number; left: number }>(sql`
    insert into attempts (key, count, until) values (${sharedKey(key)}, 1, ${until})
    on conflict (key) do update set
      count = case when attempts.until <= ${now} then 1 else attempts.count + 1 end,
      until = case when attempts.until <= ${now} then excluded.until else attempts.until end
    returning count, ceil(extract(epoch from until - ${now}::timestamptz))::int as left`);
  return rows[0]!;
}

/** 边填边存的频次: what a person types is saved at most 120 times a minute; people stay far below that, a script gone wild does not. */
export async function limitTyping(ctx: Ctx, form: string): Promise<void> {
  if (ctx.actor.id !== '') await limit(ctx, `${form}-typed:${ctx.actor.id}`, 120, 60);
}

/** One line of a household or an office has 2^64 IPv6 addresses: they count as one. */
export function sharedKey(key: string): string {
  const colon = key.indexOf(':');
  const address = key.slice(colon + 1);
  if (!isIPv6(address)) return key;
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const groups = tail ? [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail] : [...head];
  return `${key.slice(0, colon)}:${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
