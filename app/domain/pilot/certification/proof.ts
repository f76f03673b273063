/** 数据完整性证明: eddsa-rdfc-2022 of W3C Data Integrity, the same on the server and in a browser; nothing is fetched. */
export type Proof = {
  type: 'DataIntegrityProof'; cryptosuite: 'eddsa-rdfc-2022'; created: string; verificationMethod: string; proofPurpose: 'assertionMethod'; proofValue: string;
};
export type Document = { '@context': string[] } & Record<string, unknown>;
export type Contexts = Readonly<Record<string, unknown>>;

const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** base58btc with the z of multibase before it. */
export function multibase(bytes: Uint8Array): string {
  let text = '';
  for (let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n); rest > 0n; rest /= 58n) text = letters[Number(rest % 58n)]! + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return `z${'1'.repeat(zeros < 0 ? bytes.length : zeros)}${text}`;
}

/** The bytes of a multibase text of so many bytes; undefined when it is none. */
export function bytesOf(text: string, length: number): Uint8Array<ArrayBuffer> | undefined {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{1,200}$/.test(text)) return undefined;
  let number = 0n;
  for (const letter of text.slice(1)) number = number * 58n + BigInt(letters.indexOf(letter));
  const bytes = new Uint8Array(length);
  for (let at = length - 1; at >= 0; at -= 1, number >>= 8n) bytes[at] = Number(number & 255n);
  return number === 0n && multibase(bytes) === text ? bytes : undefined;
}

/** The two bytes that say: an Ed25519 public key follows. */
export const ed25519 = [0xed, 0x01];

async function hashOf(document: Document, contexts: Contexts): Promise<Uint8Array> {
  const { default: jsonld } = await import('jsonld');
  const quads = await jsonld.canonize(document, {
    algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true, base: null,
    documentLoader: async (url) => {
      if (!Object.hasOwn(contexts, url)) throw new Error(`The context ${url} is not one of ours.`);
      return { document: contexts[url], documentUrl: url, contextUrl: null };
    },
  });
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(quads)));
}

/** What is signed: the hash of the proof's own words, then that of the document without it. */
async function signedBytes(document: Document, proof: Omit<Proof, 'proofValue'>, contexts: Contexts): Promise<Uint8Array<ArrayBuffer>> {
  const [words, content] = [await hashOf({ '@context': document['@context'], ...proof }, contexts), await hashOf(document, contexts)];
  return new Uint8Array([...words, ...content]);
}

/** 签名. */
export async function signDocument<D extends Document>(document: D, key: { kid: string; privateKey: CryptoKey }, created: string, contexts: Contexts): Promise<D & { proof: Proof }> {
  const words = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created, verificationMethod: key.kid, proofPurpose: 'assertionMethod' } as const;
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, await signedBytes(document, words, contexts));
  return { ...document, proof: { ...words, proofValue: multibase(new Uint8Array(signature)) } };
}

/** 验签: whether this document is as the holder of the key signed it; whatever cannot be read is not. */
export async function isSigned(signed: Document, publicKey: string, contexts: Contexts): Promise<boolean> {
  try {
    const { proof, ...document } = signed as Document & { proof: Proof };
    const { proofValue, ...words } = proof;
    const [signature, key] = [bytesOf(proofValue, 64), bytesOf(publicKey, 34)];
    if (!signature || !key || key[0] !== ed25519[0] || key[1] !== ed25519[1]) return false;
    if (words.type !== 'DataIntegrityProof' || words.cryptosuite !== 'eddsa-rdfc-2022' || words.proofPurpose !== 'assertionMethod') return false;
    const verifying = await crypto.subtle.importKey('raw', key.slice(2), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', verifying, signature, await signedBytes(document as Document, words, contexts));
  } catch {
    return false;
  }
}
