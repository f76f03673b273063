import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import type { EventKind } from './model.ts';
import { sendDue } from './send.ts';
import { webhookDeliveries } from './tables.server.ts';

export type Occurrence = { recordId: string; event: string; subjectId: string; at: string };

/** What is sent: what happened, to what, where and when; whoever wants more reads it with a token. */
function bodyOf({ recordId, event, subjectId, at }: Occurrence, regionCode: string): string {
  return JSON.stringify({ type: event, timestamp: at, data: { id: subjectId, regionCode, recordId } });
}

/** 排入推送: one delivery for each subscription to this event in this place; run again, it queues nothing twice. The first try is made at once. */
export async function queueDeliveries(ctx: Ctx, happened: Occurrence): Promise<string> {
  const { rows } = await ctx.db.execute<{ id: string; region_code: string }>(sql`
    select w.id, r.region_code from records r join webhooks w
      on w.ended_at is null and w.events ? ${happened.event} and (w.region_code = '*' or starts_with(r.region_code, w.region_code) or (r.region_code = '*' and ${isForAll(happened.event as EventKind)}))
    where r.id = ${happened.recordId}`);
  if (rows.length === 0) return '';
  const made = await ctx.db
    .insert(webhookDeliveries)
    .values(rows.map((row) => ({ webhookId: row.id, recordId: happened.recordId, event: happened.event, body: bodyOf(happened, row.region_code), nextAt: ctx.now, createdAt: ctx.now })))
    .onConflictDoNothing({ target: [webhookDeliveries.webhookId, webhookDeliveries.recordId] })
    .returning({ id: webhookDeliveries.id });
  if (made.length > 0) await sendDue(ctx);
  return String(made.length);
}

/** Calls and notices of the nation concern every region. */
function isForAll(event: EventKind): boolean {
  return event.startsWith('call.') || event.startsWith('notice.');
}
