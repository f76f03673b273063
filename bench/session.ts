import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { authSecret, cookiePrefix, hashToken } from '#app/domain/base/accounts/session-token.ts';

/** 已登录: a session as signing in makes it, without the password; the answer is the Cookie header. */
export async function signedIn(client: Pick<Client, 'query'>, userId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await client.query(
    `insert into sessions (id, token, user_id, expires_at, created_at, updated_at) values ($1, $2, $3, now() + interval '12 hours', now(), now())`,
    [randomUUID(), hashToken(token), userId],
  );
  const signature = createHmac('sha256', authSecret()).update(token).digest('base64');
  return `${cookiePrefix}.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
