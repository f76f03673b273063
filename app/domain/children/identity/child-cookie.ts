import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { type ChildHere, layers } from '#app/platform/ctx.ts';
import { authSecrets, cookiePrefix, isSecure } from '#app/domain/base/accounts/session-token.ts';
import { hereHours } from './model.ts';

const cookieName = () => `${isSecure() ? '__Secure-' : ''}${cookiePrefix}.child`;
const sign = (text: string, secret: string) => createHmac('sha256', secret).update(`child ${text}`).digest('base64url');

/** 在场的凭据: what lets this device speak as a child for two hours; it names no one. */
export function childCookie(child: ChildHere, now: Date): string {
  const until = Math.floor(now.getTime() / 1000) + hereHours * 3600;
  const text = Buffer.from(JSON.stringify([child.childId, child.codeId, child.regionCode, child.layer, until])).toString('base64url');
  return `${cookieName()}=${text}.${sign(text, authSecrets()[0]!)}; Path=/; Max-Age=${hereHours * 3600}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;
}

/** 离开: the header that makes this device forget the child. */
export function clearedChildCookie(): string {
  return `${cookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;
}

function claimed(headers: Headers, now: Date): ChildHere | undefined {
  const start = `${cookieName()}=`;
  const value = headers.get('cookie')?.split(/;\s*/).find((part) => part.startsWith(start))?.slice(start.length) ?? '';
  const [, text, signature] = /^([\w-]+)\.([\w-]+)$/.exec(value) ?? [];
  if (!text || !signature) return undefined;
  const given = Buffer.from(signature);
  const isOurs = authSecrets().some((secret) => {
    const expected = Buffer.from(sign(text, secret));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isOurs) return undefined;
  const [childId, codeId, regionCode, layer, until] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [string | null, string | null, string, string, number];
  const known = layers.find((one) => one === layer);
  return known && until * 1000 > now.getTime() ? { childId, codeId, regionCode, layer: known } : undefined;
}

/** 在场的儿童 behind a request, if the account or the code still stands; one question, none without our cookie. What was withdrawn or taken back is gone at once. */
export async function childOf(db: Db, headers: Headers, now: Date): Promise<ChildHere | undefined> {
  const child = claimed(headers, now);
  if (!child) return undefined;
  const { rows } = await db.execute<{ stands: boolean }>(
    child.childId
      ? sql`select child_may(${child.childId}, 'registration') as stands`
      : sql`select exists (select from class_codes where id = ${child.codeId} and revoked_at is null and valid_to >= (${now.toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date) as stands`,
  );
  return rows[0]?.stands ? child : undefined;
}
