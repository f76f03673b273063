import { type Credential, contextsOfBadge } from './credential.ts';
import { type Contexts, isSigned } from './proof.ts';
import { tidyNumber } from './model.ts';

/** A key as it is published: whoever checks holds a list of them. */
export type PublishedKey = { kid: string; controller: string; publicKey: string; withdrawnAt: Date | string | null };

/** 凭证是否真实, apart from what became of it since: the same on the server and in the page that works without a network. */
export type Genuine = 'genuine' | 'tampered' | 'unknown-issuer' | 'key-withdrawn';

/** 核验签名 under the keys that are known; only our two contexts are read. */
export async function checkCredential(credential: Credential, keys: readonly PublishedKey[], contexts: Contexts): Promise<Genuine> {
  const issuer = typeof credential.issuer === 'string' ? credential.issuer : credential.issuer.id;
  const ours = keys.filter(({ controller }) => controller === issuer);
  if (ours.length === 0) return 'unknown-issuer';
  const key = ours.find(({ kid }) => kid === credential.proof.verificationMethod);
  if (!key || JSON.stringify(credential['@context']) !== JSON.stringify(contextsOfBadge)) return 'tampered';
  if (!(await isSigned(credential, key.publicKey, contexts))) return 'tampered';
  return key.withdrawnAt ? 'key-withdrawn' : 'genuine';
}

/** 证书编号 that a credential names as its own. */
export function numberIn(credential: Credential): string | undefined {
  return tidyNumber(credential.id.slice(credential.id.lastIndexOf('/') + 1));
}
