import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { BetterAuthOptions } from 'better-auth';
import type { DBAdapter, Where } from 'better-auth/types';
import { config } from '#app/platform/config.ts';

/** 令牌散列: what the database keeps of a token that lets somebody in. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** 密钥: signs the cookies and seals the second factors; every process of one installation has the same. */
export function authSecret(): string {
  const secret = config().AUTH_SECRET;
  if (!secret) throw new Error('请设置 AUTH_SECRET，至少 32 个字符 · AUTH_SECRET is not set; give it at least 32 random characters');
  return secret;
}

/** 全部密钥, the present one first: what an earlier one signed or sealed is still read while AUTH_SECRET_OLD names it. */
export function authSecrets(): string[] {
  return [authSecret(), ...(config().AUTH_SECRET_OLD ?? [])];
}

/** Cookies travel over https alone as soon as the public address is https. */
export const isSecure = (): boolean => config().PUBLIC_URL?.startsWith('https://') ?? false;

/** What our cookies begin with. */
export const cookiePrefix = 'tongyou';
const cookieName = () => `${isSecure() ? '__Secure-' : ''}${cookiePrefix}.session_token`;

/** The token in a request's session cookie, if this installation has signed it. */
export function tokenOf(headers: Headers): string | undefined {
  const start = `${cookieName()}=`;
  const cookie = headers.get('cookie')?.split(/;\s*/).find((part) => part.startsWith(start))?.slice(start.length);
  const [, token, signature] = /^([\w-]+)(?:\.|%2E)([\w+/%=]+)$/.exec(cookie ?? '') ?? [];
  if (!token || !signature) return undefined;
  const given = Buffer.from(signature.replaceAll(/%2B/gi, '+').replaceAll(/%2F/gi, '/').replaceAll(/%3D/gi, '='), 'base64');
  const isOurs = authSecrets().some((secret) => {
    const expected = signatureOf(token, secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return isOurs ? token : undefined;
}

const signatureOf = (token: string, secret: string) => createHmac('sha256', secret).update(token).digest();

/** The same cookies with the session signed anew by the present secret: the library knows only that one. */
export function signedAnew(headers: Headers): string {
  const token = tokenOf(headers);
  const cookies = headers.get('cookie') ?? '';
  if (!token) return cookies;
  const start = `${cookieName()}=`;
  const value = encodeURIComponent(`${token}.${signatureOf(token, authSecret()).toString('base64')}`);
  return cookies.split(/;\s*/).map((part) => (part.startsWith(start) ? start + value : part)).join('; ');
}

/** What the cookie between the two steps of signing in names; the library checks its signature. */
export function halfWayCookie(headers: Headers): string | undefined {
  const start = `${isSecure() ? '__Secure-' : ''}${cookiePrefix}.two_factor=`;
  return headers.get('cookie')?.split(/;\s*/).find((part) => part.startsWith(start))?.slice(start.length).split('.')[0];
}

const hashed = (value: unknown) => (typeof value === 'string' ? hashToken(value) : value);

function hashedWhere(model: string, where: Where[] | undefined): Where[] {
  if (model !== 'session') return where ?? [];
  return (where ?? []).map((part) =>
    part.field === 'token'
      ? { ...part, value: (Array.isArray(part.value) ? part.value.map(hashed) : hashed(part.value)) as Where['value'] }
      : part,
  );
}

/** The token a question asked for, to be given back in the row instead of its hash. */
function askedToken(model: string, where: Where[] | undefined): string | undefined {
  const token = model === 'session' ? where?.find((part) => part.field === 'token')?.value : undefined;
  return typeof token === 'string' ? token : undefined;
}

const withToken = <T>(row: T, token: string | undefined): T => (row && token ? { ...row, token } : row);

const hide = <D extends Record<string, unknown>>(model: string, data: D): D =>
  model === 'session' && 'token' in data ? { ...data, token: hashed(data.token) } : data;

type Adapter = DBAdapter<BetterAuthOptions>;
type Transaction = Parameters<Parameters<Adapter['transaction']>[0]>[0];

/** What the library writes goes in hashed; what it asks for by a clear token comes back with that token. */
function hashing<A extends Transaction>(inner: A): A {
  return {
    ...inner,
    async create(ask: Parameters<A['create']>[0]) {
      const row = await inner.create({ ...ask, data: hide(ask.model, ask.data) });
      return withToken(row, ask.model === 'session' ? ask.data.token : undefined);
    },
    async findOne(ask: Parameters<A['findOne']>[0]) {
      return withToken(await inner.findOne({ ...ask, where: hashedWhere(ask.model, ask.where) }), askedToken(ask.model, ask.where));
    },
    async update(ask: Parameters<A['update']>[0]) {
      const row = await inner.update({ ...ask, where: hashedWhere(ask.model, ask.where), update: hide(ask.model, ask.update) });
      return withToken(row, askedToken(ask.model, ask.where));
    },
    async consumeOne(ask: Parameters<A['consumeOne']>[0]) {
      return withToken(await inner.consumeOne({ ...ask, where: hashedWhere(ask.model, ask.where) }), askedToken(ask.model, ask.where));
    },
    findMany: (ask: Parameters<A['findMany']>[0]) => inner.findMany({ ...ask, where: hashedWhere(ask.model, ask.where) }),
    updateMany: (ask: Parameters<A['updateMany']>[0]) =>
      inner.updateMany({ ...ask, where: hashedWhere(ask.model, ask.where), update: hide(ask.model, ask.update) }),
    delete: (ask: Parameters<A['delete']>[0]) => inner.delete({ ...ask, where: hashedWhere(ask.model, ask.where) }),
    deleteMany: (ask: Parameters<A['deleteMany']>[0]) => inner.deleteMany({ ...ask, where: hashedWhere(ask.model, ask.where) }),
    count: (ask: Parameters<A['count']>[0]) => inner.count({ ...ask, where: hashedWhere(ask.model, ask.where) }),
  };
}

/** 会话令牌只存散列: the database sees hashes only, inside the library's own transactions too. */
export function withHashedTokens(open: (options: BetterAuthOptions) => Adapter) {
  return (options: BetterAuthOptions): Adapter => {
    const inner = open(options);
    return { ...hashing(inner), transaction: (run) => inner.transaction((tx) => run(hashing(tx))) };
  };
}

/** The header that takes the session cookie away again. */
export function clearedCookie(): string {
  return `${cookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;
}
