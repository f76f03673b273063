import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { secretsForLibrary } from './auth.ts';
import { twoFactors } from './tables.server.ts';

/** 换钥: seals every second factor with the present AUTH_SECRET, so that the earlier one can be thrown away. */
export function resealSecondFactors(ctx: Ctx): Promise<number> {
  return change(ctx, async (tx) => {
    const { secret, secrets } = secretsForLibrary();
    const key = { keys: new Map(secrets.map(({ version, value }) => [version, value])), currentVersion: secrets[0]!.version, legacySecret: secret };
    const again = async (data: string) => symmetricEncrypt({ key, data: await symmetricDecrypt({ key, data }) });
    const rows = await tx.db.select({ id: twoFactors.id, secret: twoFactors.secret, backupCodes: twoFactors.backupCodes }).from(twoFactors).for('update');
    for (const row of rows) {
      await tx.db.update(twoFactors).set({ secret: await again(row.secret), backupCodes: await again(row.backupCodes) }).where(eq(twoFactors.id, row.id));
    }
    await tx.record('account.second-factors-resealed', { id: 'second-factors', regionCode: '*' }, { count: rows.length });
    return rows.length;
  });
}
