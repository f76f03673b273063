import { and, count, eq, isNull } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { seal } from '#app/domain/base/accounts/sealed.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { WebhookInput } from './input.ts';
import { mostWebhooks } from './model.ts';
import { checkAddress } from './post.ts';
import { newSecret } from './secret.ts';
import { webhooks } from './tables.server.ts';

/** 建立订阅: chosen events of a region within the administrator's own are sent there from now on. The secret is told once. */
export function makeWebhook(ctx: Ctx, input: WebhookInput): Promise<{ id: string; secret: string }> {
  return change(ctx, async (tx) => {
    allow(tx, 'interface.manage', { regionCode: input.regionCode });
    checkAddress(input.url);
    const [held] = await tx.db.select({ n: count() }).from(webhooks).where(and(eq(webhooks.regionCode, input.regionCode), isNull(webhooks.endedAt)));
    if ((held?.n ?? 0) >= mostWebhooks) throw new Refusal('webhooks-too-many');
    const secret = newSecret();
    const { name, url, events, regionCode } = input;
    const [made] = await tx.db
      .insert(webhooks)
      .values({ name, url, events: [...new Set(events)], regionCode, secret: seal(secret), createdBy: tx.actor.id, createdAt: tx.now })
      .returning({ id: webhooks.id });
    await tx.record('webhook.made', { id: made!.id, regionCode }, { name, host: new URL(url).host, events });
    return { id: made!.id, secret };
  });
}
