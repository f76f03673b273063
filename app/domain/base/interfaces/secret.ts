import { createHmac, randomBytes } from 'node:crypto';

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
