import { and, asc, eq, sql } from 'drizzle-orm';
import { unseal } from '#app/domain/base/accounts/sealed.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { nextTry, pauseAfterDays } from './model.ts';
import { post } from './post.ts';
import { signatureOf } from './secret.ts';
import { webhookDeliveries, webhooks } from './tables.server.ts';

type Due = typeof webhookDeliveries.$inferSelect & { webhook: typeof webhooks.$inferSelect };
const atOnce = 20;
/** While a try is under way nobody else takes it; longer than any answer is waited for. */
const takenForMs = 60_000;

/** 推送到期的: every delivery whose time has come, a few at a time; answers how many arrived and how many did not. */
export async function sendDue(ctx: Ctx): Promise<string> {
  const taken = await take(ctx);
  const ends = await Promise.all(taken.map((due) => sendOne(ctx, due)));
  const arrived = ends.filter(Boolean).length;
  return taken.length === 0 ? '' : `${arrived} + ${taken.length - arrived}`;
}

async function take(ctx: Ctx): Promise<Due[]> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    update webhook_deliveries set next_at = ${new Date(ctx.now.getTime() + takenForMs).toISOString()}::timestamptz
    where id in (
      select d.id from webhook_deliveries d join webhooks w on w.id = d.webhook_id
      where d.state = 'waiting' and d.next_at <= ${ctx.now.toISOString()}::timestamptz and w.paused_at is null and w.ended_at is null
      order by d.next_at limit ${atOnce} for update of d skip locked)
    returning id`);
  if (rows.length === 0) return [];
  const found = await ctx.db
    .select({ delivery: webhookDeliveries, webhook: webhooks })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(sql`${webhookDeliveries.id} in ${rows.map((row) => row.id)}`)
    .orderBy(asc(webhookDeliveries.id));
  return found.map(({ delivery, webhook }) => ({ ...delivery, webhook }));
}

/** One try. Whatever the receiver does, it is written down and nothing is thrown. */
async function sendOne(ctx: Ctx, due: Due): Promise<boolean> {
  const { webhook, body } = due;
  const isRotating = webhook.formerSecret !== null && webhook.formerUntil !== null && webhook.formerUntil > ctx.now;
  const secrets = [webhook.secret, ...(isRotating ? [webhook.formerSecret!] : [])].map((sealed) => unseal(sealed));
  const second = Math.floor(ctx.now.getTime() / 1000);
  const { status, answer } = await post(webhook.url, {
    'Content-Type': 'application/json; charset=utf-8', 'User-Agent': 'Tongyou-Webhooks/1', 'webhook-id': due.recordId, 'webhook-timestamp': String(second),
    'webhook-signature': signatureOf(secrets, due.recordId, second, body),
  }, body);
  const isThere = status !== null && status >= 200 && status < 300;
  const tries = due.tries + 1;
  const next = isThere ? undefined : nextTry(tries, ctx.now);
  await ctx.db
    .update(webhookDeliveries)
    .set({ state: isThere ? 'done' : next ? 'waiting' : 'given-up', tries, nextAt: next ?? ctx.now, lastAt: ctx.now, lastStatus: status, lastAnswer: answer })
    .where(eq(webhookDeliveries.id, due.id));
  await (isThere ? forget(ctx, webhook.id) : noteFailure(ctx, webhook.id));
  return isThere;
}

async function forget(ctx: Ctx, id: string) {
  await ctx.db.update(webhooks).set({ failingSince: null }).where(and(eq(webhooks.id, id), sql`failing_since is not null`));
}

/** 自动暂停: after days in which nothing got through; whoever made the subscription is told, once. */
async function noteFailure(ctx: Ctx, id: string) {
  const since = new Date(ctx.now.getTime() - pauseAfterDays * 86_400_000).toISOString();
  await ctx.db.update(webhooks).set({ failingSince: ctx.now }).where(and(eq(webhooks.id, id), sql`failing_since is null`));
  await ctx.db.transaction(async (db) => {
    const [paused] = await db
      .update(webhooks)
      .set({ pausedAt: ctx.now, pausedWhy: 'failing' })
      .where(and(eq(webhooks.id, id), sql`failing_since <= ${since}::timestamptz and paused_at is null`))
      .returning();
    if (!paused) return;
    await change({ ...ctx, db }, async (tx) => {
      await tell(tx, [paused.createdBy], 'webhook-paused', { name: paused.name }, `/desk/webhooks/${id}`, `${id} ${ctx.now.toISOString()}`);
      await tx.record('webhook.paused', paused, { why: 'failing' });
    });
  });
}
