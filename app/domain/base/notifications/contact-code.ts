import { createHmac, timingSafeEqual } from 'node:crypto';
import { authSecret } from '#app/domain/base/accounts/session-token.ts';

/** 验证码: six digits reckoned from the contact point and the moment of asking, so that they are written down nowhere. */
export function codeOf({ id, issuedAt }: { id: string; issuedAt: Date }): string {
  const digest = createHmac('sha256', authSecret()).update(`contact ${id} ${issuedAt.getTime()}`).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** Compared in the same time whatever was typed. */
export function isCode(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
