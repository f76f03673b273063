import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Channel } from './model.ts';
import { deliveries } from './tables.server.ts';

/** The queue's name for handing letters over, and how many letters one job carries. */
export const deliverTask = 'deliver';
const lettersPerJob = 25;

/** 排队: these letters are handed over at this moment; belongs to the transaction that wrote them. */
export async function queue(ctx: Ctx, ids: readonly string[], at: Date): Promise<void> {
  for (let from = 0; from < ids.length; from += lettersPerJob) {
    await ctx.db.execute(sql`
      select graphile_worker.add_job(${deliverTask}, payload := ${JSON.stringify({ ids: ids.slice(from, from + lettersPerJob) })}::json,
        run_at := ${at.toISOString()}::timestamptz, max_attempts := 12)`);
  }
}

/** A code goes at once, at any hour. */
export async function queueCode(ctx: Ctx, contact: { id: string; userId: string; channel: Channel }): Promise<void> {
  const [made] = await ctx.db
    .insert(deliveries)
    .values({ userId: contact.userId, contactId: contact.id, channel: contact.channel, kind: 'contact-code', state: 'waiting', isUrgent: true, createdAt: ctx.now, since: ctx.now, nextAt: ctx.now })
    .returning({ id: deliveries.id });
  await queue(ctx, [made!.id], ctx.now);
}
