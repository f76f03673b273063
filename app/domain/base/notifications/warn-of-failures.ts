import { sql } from 'drizzle-orm';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import type { Channel } from './model.ts';

/** 送信受阻提醒: when letters of the last hour ended badly or go on failing, those who can resend them hear it, once an hour for each channel. */
export async function warnOfFailures(ctx: Ctx): Promise<string> {
  const since = new Date(ctx.now.getTime() - 3_600_000).toISOString();
  const { rows } = await ctx.db.execute<{ channel: Channel; failed: number; all: number }>(sql`
    select channel, count(*) filter (where state in ('failed', 'unknown') or (state = 'waiting' and attempts >= 2))::int as failed, count(*)::int as "all"
    from deliveries where claimed_at >= ${since} group by channel`);
  const bad = rows.filter((row) => row.failed > 0);
  if (bad.length === 0) return '';
  const people = await whoMay(ctx, 'delivery.resend', '*');
  for (const line of bad) {
    const cause = `delivery-failing-${line.channel}-${beijingTime(ctx.now).slice(0, 13)}`;
    await tell(ctx, people, 'delivery-failing', { failed: line.failed, all: line.all }, `/desk/notifications?channel=${line.channel}`, cause);
  }
  return bad.map((line) => `${line.channel} ${line.failed}/${line.all}`).join(' ');
}
