import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { seal, unseal } from '#app/domain/base/accounts/sealed.ts';
import { webhooks } from './tables.server.ts';

/** 换钥: seals every webhook's secrets with the present AUTH_SECRET, so that the earlier one can be thrown away. */
export function resealWebhooks(ctx: Ctx): Promise<number> {
  return change(ctx, async (tx) => {
    const rows = await tx.db.select({ id: webhooks.id, secret: webhooks.secret, formerSecret: webhooks.formerSecret }).from(webhooks).for('update');
    for (const { id, secret, formerSecret } of rows) {
      await tx.db.update(webhooks).set({ secret: seal(unseal(secret)), formerSecret: formerSecret && seal(unseal(formerSecret)) }).where(eq(webhooks.id, id));
    }
    await tx.record('interface.secrets-resealed', { id: 'webhooks', regionCode: '*' }, { count: rows.length });
    return rows.length;
  });
}
