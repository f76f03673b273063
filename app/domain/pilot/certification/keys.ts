import { and, desc, eq, isNull } from 'drizzle-orm';
import { seal, unseal } from '#app/domain/base/accounts/sealed.ts';
import { config } from '#app/platform/config.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { issuerOf } from './credential.ts';
import { ed25519, multibase } from './proof.ts';
import { signingKeys } from './tables.server.ts';

/** 本站网址, as it stands in credentials and on paper. */
export function houseAddress(): string {
  const { PUBLIC_URL, PORT } = config();
  return (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/$/, '');
}

/** 现行密钥: the one that signs for this address; the first is made when it is needed, and one of an earlier address is put aside. */
export async function signingKey(tx: Change) {
  const controller = issuerOf(houseAddress());
  const [known] = await tx.db.select().from(signingKeys).where(and(eq(signingKeys.controller, controller), isNull(signingKeys.retiredAt)));
  const row = known ?? (await makeKey(tx, controller));
  const privateKey = await crypto.subtle.importKey('pkcs8', Buffer.from(unseal(row.sealedKey), 'base64'), 'Ed25519', false, ['sign']);
  return { kid: row.kid, controller, privateKey };
}

/** 新密钥: numbered by its day and turn; its secret half leaves this function sealed. */
export async function makeKey(tx: Change, controller: string) {
  await tx.db.update(signingKeys).set({ retiredAt: tx.now }).where(isNull(signingKeys.retiredAt));
  const { publicKey, privateKey } = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const sealedKey = seal(Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64'));
  const open = multibase(new Uint8Array([...ed25519, ...new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))]));
  const [row] = await tx.db
    .insert(signingKeys)
    .values({ controller, kid: `${controller}#${open}`, publicKey: open, sealedKey, madeAt: tx.now })
    .returning();
  await tx.record('signing-key.made', { id: row!.id, regionCode: '*' }, { kid: row!.kid });
  return row!;
}

/** 公开密钥 and their history: for the published document, the page, and whoever checks offline. */
export function publicKeys(ctx: Ctx) {
  return ctx.db
    .select({
      id: signingKeys.id, kid: signingKeys.kid, controller: signingKeys.controller, publicKey: signingKeys.publicKey, madeAt: signingKeys.madeAt,
      retiredAt: signingKeys.retiredAt, withdrawnAt: signingKeys.withdrawnAt, reason: signingKeys.reason,
    })
    .from(signingKeys)
    .orderBy(desc(signingKeys.madeAt), desc(signingKeys.id))
    .limit(500);
}

/** 签发者文件 (did:web): every key whose signatures still count; one that was withdrawn is in it no more. */
export async function issuerDocument(ctx: Ctx) {
  const id = issuerOf(houseAddress());
  const keys = (await publicKeys(ctx)).filter(({ controller, withdrawnAt }) => controller === id && !withdrawnAt);
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id,
    verificationMethod: keys.map(({ kid, publicKey }) => ({ id: kid, type: 'Multikey', controller: id, publicKeyMultibase: publicKey })),
    assertionMethod: keys.map(({ kid }) => kid),
  };
}
