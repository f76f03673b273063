import { sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { type Channel, confidentialKinds, promisedSeconds } from './model.ts';

/** One day of one channel: how many letters fell due, how many were handed over in time, and how long half and nineteen in twenty took. */
export type SpeedLine = { day: string; channel: Channel; all: number; inTime: number; p50: number | null; p95: number | null };

/** 交出有多快: per Beijing day and channel, from the moment a letter should go to the provider's answer; what never went counts as late. */
export async function deliverySpeed(ctx: Ctx, days: number): Promise<SpeedLine[]> {
  allow(ctx, 'delivery.read', { regionCode: '*' });
  const from = startOfBeijingDay(addDays(beijingDay(ctx.now), 1 - days)).toISOString();
  const late = new Date(ctx.now.getTime() - promisedSeconds * 1000).toISOString();
  const { rows } = await ctx.db.execute<{ day: string; channel: Channel; all: number; in_time: number; p50: number | null; p95: number | null }>(sql`
    select to_char(since at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, channel, count(*)::int as "all",
           count(*) filter (where took <= ${promisedSeconds})::int as in_time,
           percentile_cont(0.5) within group (order by took)::float8 as p50, percentile_cont(0.95) within group (order by took)::float8 as p95
    from (select since, channel, extract(epoch from handed_at - since) as took from deliveries
          where since >= ${from} and kind <> all (${sql.param(confidentialKinds)}::text[]) and (handed_at is not null or since <= ${late}) and state in ('handed-over', 'failed', 'unknown', 'waiting', 'sending')) due
    group by 1, 2 order by 1, 2`);
  return rows.map(({ in_time, ...row }) => ({ ...row, inTime: in_time }));
}
