import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { authSecrets } from '#app/domain/base/accounts/session-token.ts';

/** 密封: secrets that must be read again lie sealed in the database (AES-256-GCM, a key of its own out of AUTH_SECRET). */
const keys = () => authSecrets().map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'tongyou webhook secrets', 32)));

export function seal(text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys()[0]!, iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** 启封, with whichever secret of this installation it was sealed. */
export function unseal(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const all = keys();
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

/** 新密钥, in the form of Standard Webhooks. */
export function newSecret(): string {
  return `whsec_${randomBytes(24).toString('base64')}`;
}

/** 签名 (Standard Webhooks): over the id, the second and the body; during a rotation both secrets sign. */
export function signatureOf(secrets: readonly string[], id: string, second: number, body: string): string {
  return secrets
    .map((secret) => createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).update(`${id}.${second}.${body}`).digest('base64'))
    .map((signature) => `v1,${signature}`)
    .join(' ');
}
