import { createHmac, timingSafeEqual } from 'node:crypto';
import { authSecret, cookiePrefix, isSecure } from './session-token.ts';

/** 途中: what must come back from the provider as it went, kept in the browser under our signature for ten minutes. */
export type Journey = { provider: string; state: string; nonce: string; verifier: string; to: string; until: number };

const name = () => `${isSecure() ? '__Secure-' : ''}${cookiePrefix}.provider`;
const sign = (text: string) => createHmac('sha256', authSecret()).update(`provider-journey ${text}`).digest('base64url');
const rules = () => `Path=/account/oidc; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;

/** 途中: signed, kept by the browser until it comes back. */
export function journeyCookie(journey: Journey): string {
  const text = Buffer.from(JSON.stringify(journey)).toString('base64url');
  return `${name()}=${text}.${sign(text)}; Max-Age=600; ${rules()}`;
}

/** 途终: the browser forgets the journey. */
export function journeyOver(): string {
  return `${name()}=; Max-Age=0; ${rules()}`;
}

/** The journey that this browser set out on; nothing when there is none, it is too old, or it is not of our making. */
export function journeyOf(headers: Headers, now: Date): Journey | undefined {
  const start = `${name()}=`;
  const cookie = headers.get('cookie')?.split(/;\s*/).find((part) => part.startsWith(start))?.slice(start.length);
  const [text, signature] = cookie?.split('.') ?? [];
  if (!text || !signature) return undefined;
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(text))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const journey = JSON.parse(Buffer.from(text, 'base64url').toString()) as Journey;
  return journey.until > now.getTime() ? journey : undefined;
}
