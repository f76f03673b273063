import { and, gte, lt, sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { isBroken, type Minute } from './model.ts';
import { serviceMinutes } from './tables.server.ts';

/** 中断分钟数: the broken minutes from one moment up to another, both on the minute; none where nothing was kept before. */
export async function countBrokenMinutes(ctx: Ctx, from: Date, to: Date): Promise<number> {
  if (!(await wasKeptBefore(ctx, from))) return 0;
  const rows = await ctx.db
    .select({
      minute: serviceMinutes.minute,
      asked: sql<number>`sum(${serviceMinutes.asked})::int`,
      failed: sql<number>`sum(${serviceMinutes.failed})::int`,
      slow: sql<number>`sum(${serviceMinutes.slow})::int`,
    })
    .from(serviceMinutes)
    .where(and(gte(serviceMinutes.minute, from), lt(serviceMinutes.minute, to)))
    .groupBy(serviceMinutes.minute);
  const kept = new Map<number, Minute>(rows.map((row) => [row.minute.getTime(), row]));
  let broken = 0;
  for (let at = from.getTime(); at < to.getTime(); at += 60_000) if (isBroken(kept.get(at))) broken += 1;
  return broken;
}

/** A system that was not yet there can't have failed. */
async function wasKeptBefore(ctx: Ctx, moment: Date): Promise<boolean> {
  const found = await ctx.db.select({ minute: serviceMinutes.minute }).from(serviceMinutes).where(lt(serviceMinutes.minute, moment)).limit(1);
  return found.length > 0;
}
