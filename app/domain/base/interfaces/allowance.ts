import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';

/** 余量: how many requests a token has in a minute, how many are left, and in how many seconds the minute is over. */
export type Allowance = { limit: number; left: number; seconds: number; isOver: boolean };

type Lease = { left: number; beyond: number; until: number };
const leases = new Map<string, Lease>();
const minute = 60_000;

/**
 * 领取次数: requests are counted in the database, so all processes share one count; each process takes them a twentieth
 * at a time, so that reading is seldom a write. Never more than the limit; what a process took and did not use is lost.
 */
export async function takeAllowance(ctx: Ctx, token: { id: string; perMinute: number }): Promise<Allowance> {
  const now = ctx.now.getTime();
  let lease = leases.get(token.id);
  if (!lease || lease.until <= now || (lease.left === 0 && lease.beyond > 0)) {
    if (leases.size > 5000) for (const [id, old] of leases) if (old.until <= now) leases.delete(id);
    lease = await borrow(ctx, token);
    leases.set(token.id, lease);
  }
  const isOver = lease.left === 0;
  if (!isOver) lease.left -= 1;
  return { limit: token.perMinute, left: lease.left + lease.beyond, seconds: Math.max(1, Math.ceil((lease.until - now) / 1000)), isOver };
}

async function borrow(ctx: Ctx, { id, perMinute }: { id: string; perMinute: number }): Promise<Lease> {
  const some = Math.ceil(perMinute / 20);
  const now = ctx.now.toISOString();
  const until = new Date(ctx.now.getTime() + minute).toISOString();
  const { rows } = await ctx.db.execute<{ count: number; until: string }>(sql`
    insert into attempts (key, count, until) values (${`token:${id}`}, ${some}::int, ${until}::timestamptz)
    on conflict (key) do update set
      count = case when attempts.until <= ${now}::timestamptz then excluded.count else attempts.count + excluded.count end,
      until = case when attempts.until <= ${now}::timestamptz then excluded.until else attempts.until end
    returning count, to_json(until)#>>'{}' as until`);
  const row = rows[0]!;
  const before = row.count - some;
  const left = Math.max(0, Math.min(some, perMinute - before));
  return { left, beyond: Math.max(0, perMinute - before - left), until: Date.parse(row.until) };
}
