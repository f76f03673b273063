import { and, eq, isNull, ne } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { seal } from '#app/domain/base/accounts/sealed.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { formerSecretHours } from './model.ts';
import { newSecret } from './secret.ts';
import { webhookDeliveries, webhooks } from './tables.server.ts';

/** The subscription, held for one change, for the administrator of its region. */
async function hold(tx: Change, id: string) {
  const [webhook] = isId(id) ? await tx.db.select().from(webhooks).where(and(eq(webhooks.id, id), isNull(webhooks.endedAt))).for('update') : [];
  allow(tx, 'interface.manage', { regionCode: webhook?.regionCode ?? '*' });
  if (!webhook) throw new Refusal('webhook-not-found', 404);
  return webhook;
}

/** 更换密钥: the new one is told once; the former one signs too for a day, so that the receiver can change over. */
export function rotateSecret(ctx: Ctx, id: string): Promise<{ secret: string }> {
  return change(ctx, async (tx) => {
    const webhook = await hold(tx, id);
    const secret = newSecret();
    const formerUntil = new Date(tx.now.getTime() + formerSecretHours * 3_600_000);
    await tx.db.update(webhooks).set({ secret: seal(secret), formerSecret: webhook.secret, formerUntil }).where(eq(webhooks.id, id));
    await tx.record('webhook.secret-rotated', webhook, {});
    return { secret };
  });
}

/** 暂停: what happens meanwhile waits and is sent afterwards. */
export function pauseWebhook(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const webhook = await hold(tx, id);
    if (webhook.pausedAt) throw new Refusal('webhook-paused-already');
    await tx.db.update(webhooks).set({ pausedAt: tx.now, pausedWhy: 'asked' }).where(eq(webhooks.id, id));
    await tx.record('webhook.paused', webhook, { why: 'asked' });
  });
}

/** 恢复: what waited is sent at once, what was given up stays to be sent again by hand. */
export function resumeWebhook(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const webhook = await hold(tx, id);
    if (!webhook.pausedAt) throw new Refusal('webhook-not-paused');
    await tx.db.update(webhooks).set({ pausedAt: null, pausedWhy: null, failingSince: null }).where(eq(webhooks.id, id));
    await tx.db.update(webhookDeliveries).set({ nextAt: tx.now }).where(and(eq(webhookDeliveries.webhookId, id), eq(webhookDeliveries.state, 'waiting')));
    await tx.record('webhook.resumed', webhook, {});
  });
}

/** 停止订阅: nothing more is sent, not even what waits. */
export function endWebhook(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const webhook = await hold(tx, id);
    await tx.db.update(webhooks).set({ endedAt: tx.now }).where(eq(webhooks.id, id));
    await tx.db.update(webhookDeliveries).set({ state: 'given-up' }).where(and(eq(webhookDeliveries.webhookId, id), eq(webhookDeliveries.state, 'waiting')));
    await tx.record('webhook.ended', webhook, {});
  });
}

/** 重新推送: the same event with the same id once more, with all its tries before it. */
export function replayDelivery(ctx: Ctx, webhookId: string, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const webhook = await hold(tx, webhookId);
    const again = await tx.db
      .update(webhookDeliveries)
      .set({ state: 'waiting', tries: 0, nextAt: tx.now })
      .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.webhookId, webhookId), ne(webhookDeliveries.state, 'waiting')))
      .returning({ id: webhookDeliveries.id });
    if (again.length === 0) throw new Refusal('delivery-not-over');
    await tx.record('webhook.replayed', webhook, { delivery: id });
  });
}
