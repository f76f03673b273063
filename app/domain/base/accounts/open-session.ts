import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Change } from '#app/platform/change.ts';
import { sessionHours } from './model.ts';
import { authSecret, cookiePrefix, hashToken, isSecure } from './session-token.ts';
import { sessions, verifications } from './tables.server.ts';

function signedCookie(name: string, value: string, seconds: number): string {
  const signature = createHmac('sha256', authSecret()).update(value).digest('base64');
  return `${isSecure() ? '__Secure-' : ''}${cookiePrefix}.${name}=${encodeURIComponent(`${value}.${signature}`)}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;
}

/** 开启会话, as a password would: the caller has made sure who it is. Answers the cookie. */
export async function openSession(tx: Change, userId: string, device: string | null): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await tx.db.insert(sessions).values({
    id: randomUUID(), token: hashToken(token), userId, expiresAt: new Date(tx.now.getTime() + sessionHours * 3_600_000), ipAddress: tx.address ?? null, userAgent: device?.slice(0, 300) ?? null,
    createdAt: tx.now, updatedAt: tx.now,
  });
  return signedCookie('session_token', token, sessionHours * 3600);
}

const halfWaySeconds = 600;

/** 等待二次验证: the library's own half-way mark, so that its second step goes on from here and counts wrong codes. */
export async function openHalfWay(tx: Change, userId: string): Promise<string> {
  const identifier = `2fa-${randomBytes(15).toString('base64url')}`;
  const expiresAt = new Date(tx.now.getTime() + halfWaySeconds * 1000);
  const row = (name: string, value: string) => ({ id: randomUUID(), identifier: name, value, expiresAt, createdAt: tx.now, updatedAt: tx.now });
  await tx.db.insert(verifications).values([row(identifier, userId), row(`2fa-attempts-${identifier}`, '0')]);
  return signedCookie('two_factor', identifier, halfWaySeconds);
}
