import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { authSecrets } from './session-token.ts';

/** What is sealed for one purpose opens with no other key. */
const purposes = { secrets: 'tongyou webhook secrets', objectors: 'tongyou objectors', children: 'tongyou children', protection: 'tongyou protection' } as const;
type Purpose = keyof typeof purposes;

/** The name is part of every key: another one opens nothing that was sealed. */
const keys = (purpose: Purpose) => authSecrets().map((secret) => Buffer.from(hkdfSync('sha256', secret, '', purposes[purpose], 32)));

/** 密封: secrets that must be read again lie sealed in the database (AES-256-GCM, a key of its own out of AUTH_SECRET). */
export function seal(text: string, purpose: Purpose = 'secrets'): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys(purpose)[0]!, iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** 启封, with whichever secret of this installation it was sealed. */
export function unseal(sealed: string, purpose: Purpose = 'secrets'): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const all = keys(purpose);
  for (const [at, key] of all.entries()) {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    } catch (error) {
      if (at === all.length - 1) throw error;
    }
  }
  throw new Error('There is no secret at all.');
}

/** 盲化: the same word always gives the same sign, and nobody comes from the sign to the word without the secret. */
export function blind(word: string, purpose: Purpose = 'objectors'): string {
  return blindOnes(word, purpose)[0]!;
}

/** The signs of a word under every secret of this installation, the present one first: what was signed before still answers. */
export function blindOnes(word: string, purpose: Purpose): string[] {
  return keys(purpose).map((key) => createHmac('sha256', key).update(word).digest('base64url').slice(0, 22));
}
