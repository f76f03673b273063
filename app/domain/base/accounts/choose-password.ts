import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { ChoosePassword } from './input.ts';
import { forgetTries, lockKey } from './lockout.ts';
import { isWeakPassword } from './model.ts';
import { getPasswordReset, spendReset } from './password-resets.ts';
import { credentials, sessions } from './tables.server.ts';

/** 设置新密码: by whoever has the one-time link; every session ends, a lock is lifted, the second factor stays. */
export async function choosePassword(ctx: Ctx, token: string, input: ChoosePassword): Promise<void> {
  const person = await getPasswordReset(ctx, token);
  if (isWeakPassword(input.password, person.username ?? '')) throw new Refusal('password-names-you', 400);
  const password = await hashPassword(input.password);
  await change({ ...ctx, actor: { id: person.id, name: person.name, grants: [] } }, async (tx) => {
    await spendReset(tx, token);
    const changed = await tx.db
      .update(credentials)
      .set({ password, updatedAt: tx.now })
      .where(and(eq(credentials.userId, person.id), eq(credentials.providerId, 'credential')))
      .returning({ id: credentials.id });
    if (changed.length === 0) {
      const own = { id: randomUUID(), accountId: person.id, userId: person.id, providerId: 'credential' };
      await tx.db.insert(credentials).values({ ...own, password, createdAt: tx.now, updatedAt: tx.now });
    }
    await tx.db.delete(sessions).where(eq(sessions.userId, person.id));
    await forgetTries(tx, lockKey(person.id, ''));
    await tx.record('account.password-reset', person, { address: ctx.address ?? null });
  });
}
