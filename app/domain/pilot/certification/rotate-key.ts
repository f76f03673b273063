import { and, asc, eq, gt, inArray, ne } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { seal, unseal } from '#app/domain/base/accounts/sealed.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { issuerOf, listSize } from './credential.ts';
import { houseAddress, makeKey, publicKeys } from './keys.ts';
import { signLists } from './status-list.ts';
import { certificates, signingKeys, statusLists } from './tables.server.ts';
import { hashOf, signed } from './write-certificate.ts';

/** 更换签名密钥: the old one stays for checking what it signed. */
export function rotateKey(ctx: Ctx, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'signing-key.rotate', { regionCode: '*' });
    const current = (await publicKeys(tx)).find(({ retiredAt }) => retiredAt === null);
    if (!current) throw new Refusal('signing-key-none');
    await makeKey(tx, issuerOf(houseAddress()));
    await tx.db.update(signingKeys).set({ reason }).where(eq(signingKeys.id, current.id));
    await tx.record('signing-key.retired', { id: current.id, regionCode: '*' }, { kid: current.kid, reason });
  });
}

/** 停用泄露的密钥: nothing it signed counts any more; the lists are signed anew within this change, the certificates right after it. */
export function withdrawKey(ctx: Ctx, id: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'signing-key.rotate', { regionCode: '*' });
    const leaked = (await publicKeys(tx)).find((key) => key.id === id && !key.withdrawnAt);
    if (!leaked) throw new Refusal('signing-key-none', 404);
    if (leaked.retiredAt === null) await makeKey(tx, issuerOf(houseAddress()));
    await tx.db.update(signingKeys).set({ withdrawnAt: tx.now, reason }).where(eq(signingKeys.id, id));
    await tx.record('signing-key.withdrawn', { id, regionCode: '*' }, { kid: leaked.kid, reason });
    const lists = await tx.db.selectDistinct({ number: statusLists.number }).from(statusLists);
    for (const { number } of lists) await signLists(tx, number * listSize);
  });
}

/** 重新签名: what a withdrawn key had signed and still counts, some at a time; asked again it finds nothing left to do. */
export async function signAnew(ctx: Ctx): Promise<string> {
  const withdrawn = (await publicKeys(ctx)).filter((key) => key.withdrawnAt).map((key) => key.kid);
  if (withdrawn.length === 0) return '0';
  let done = 0;
  const left = (after: string, most: number) =>
    ctx.db
      .select()
      .from(certificates)
      .where(and(inArray(certificates.kid, withdrawn), ne(certificates.state, 'withdrawn'), ne(certificates.state, 'replaced'), gt(certificates.id, after)))
      .orderBy(asc(certificates.id))
      .limit(most);
  for await (const batch of inBatches(left, 50)) {
    await change(ctx, async (tx) => {
      for (const row of batch) {
        const { kid, credential } = await signed(tx, row);
        const credentialHash = hashOf(credential);
        await tx.db.update(certificates).set({ kid, credential, credentialHash }).where(eq(certificates.id, row.id));
        await tx.record('certificate.signed-anew', row, { number: row.number, kid, credentialHash, hash: credentialHash });
      }
    });
    done += batch.length;
  }
  return String(done);
}

/** 换钥: seals every signing key with the present AUTH_SECRET. */
export function resealSigningKeys(ctx: Ctx): Promise<number> {
  return change(ctx, async (tx) => {
    const rows = await tx.db.select({ id: signingKeys.id, sealedKey: signingKeys.sealedKey }).from(signingKeys).for('update');
    for (const row of rows) await tx.db.update(signingKeys).set({ sealedKey: seal(unseal(row.sealedKey)) }).where(eq(signingKeys.id, row.id));
    await tx.record('signing-key.resealed', { id: 'signing-keys', regionCode: '*' }, { count: rows.length });
    return rows.length;
  });
}

/** 密钥一览, for those who keep them. */
export function keysAtDesk(ctx: Ctx) {
  allow(ctx, 'signing-key.rotate', { regionCode: '*' });
  return publicKeys(ctx);
}
