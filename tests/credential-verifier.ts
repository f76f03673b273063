import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';

type Document = { '@context'?: unknown; id?: string } & Record<string, unknown>;
type Answer = { verified: boolean; statusResult?: { verified: boolean; results: { status: boolean; credentialStatus: { statusPurpose: string } }[] }; error?: { message: string; errors?: { message: string }[] } };

/**
 * Somebody else's verifier: the reference packages of the standards, which know nothing of this house. All they may fetch is what
 * we publish (`published`) and the contexts of the standards; anything else fails the check.
 */
export async function verifiedElsewhere(credential: Document, published: readonly Document[], contexts: Readonly<Record<string, unknown>>, now: Date) {
  const issuer = published.find(({ verificationMethod }) => verificationMethod !== undefined)!;
  const methods = issuer['verificationMethod'] as Document[];
  const known = new Map<string, unknown>([
    ...Object.entries(contexts),
    ...published.map((document) => [document.id!, document] as const),
    ...methods.map((method) => [method.id!, { '@context': 'https://w3id.org/security/multikey/v1', ...method }] as const),
  ]);
  const documentLoader = (url: string) => {
    if (!known.has(url)) throw new Error(`Nothing may be fetched: ${url}`);
    return { documentUrl: url, document: known.get(url), contextUrl: null };
  };
  const suite = new DataIntegrityProof({ cryptosuite });
  const lists = (credential['credentialStatus'] as { statusListCredential: string }[]).map(({ statusListCredential }) => known.get(statusListCredential) as Document);
  for (const list of lists) {
    const { verified }: Answer = await verifyCredential({ credential: list, suite, documentLoader, now });
    if (!verified) return { isVerified: false, off: [], why: 'A status list is not genuine.' };
  }
  const answer: Answer = await verifyCredential({
    credential, suite, documentLoader, now,
    checkStatus: (asked: object) => checkStatus({ ...asked, documentLoader, suite, verifyBitstringStatusListCredential: false, verifyMatchingIssuers: false }),
  });
  const off = (answer.statusResult?.results ?? []).filter(({ status }) => status).map(({ credentialStatus }) => credentialStatus.statusPurpose);
  return { isVerified: answer.verified, off, why: answer.error?.errors?.map(({ message }) => message).join(' ') ?? answer.error?.message ?? '' };
}
