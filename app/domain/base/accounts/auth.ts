import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Db } from '#app/db/db.server.ts';
import { config } from '#app/platform/config.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { passwordLength, sessionHours } from './model.ts';
import { authSecrets, cookiePrefix, hashToken, isSecure, signedAnew, withHashedTokens } from './session-token.ts';
import { credentials, sessions, twoFactors, users, verifications } from './tables.server.ts';

const addressHeader = 'x-tongyou-address';

/** The library marks what it seals with the number of the secret; what it sealed before it did so was sealed by the oldest. */
export function secretsForLibrary(): { secret: string; secrets: { version: number; value: string }[] } {
  const all = authSecrets();
  return { secret: all.at(-1)!, secrets: all.map((value) => ({ version: numberOf(value), value })) };
}

const numberOf = (secret: string) => Buffer.from(hashToken(secret), 'base64url').readUInt32BE(0);

function open(db: Db) {
  const tables = { user: users, session: sessions, account: credentials, verification: verifications, twoFactor: twoFactors };
  return betterAuth({
    appName: '童友 Tongyou',
    baseURL: config().PUBLIC_URL ?? 'http://localhost',
    ...secretsForLibrary(),
    database: withHashedTokens(drizzleAdapter(db, { provider: 'pg', schema: tables })),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    session: { expiresIn: sessionHours * 3600, disableSessionRefresh: true, cookieCache: { enabled: false } },
    plugins: [twoFactor()],
    advanced: {
      cookiePrefix,
      useSecureCookies: isSecure(),
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

const opened = new WeakMap<Db, ReturnType<typeof open>>();

/** 登录库: Better Auth on our tables. It has no route of its own: pages ask its api through the verbs of this room. */
export function authOf(db: Db) {
  const auth = opened.get(db) ?? open(db);
  opened.set(db, auth);
  return auth;
}

/** The request's headers as the library may see them: its address is the one we know, not the one the client claims. */
export function headersFor(ctx: Ctx, headers: Headers): Headers {
  const own = new Headers();
  if (headers.has('cookie')) own.set('cookie', signedAnew(headers));
  if (headers.has('user-agent')) own.set('user-agent', headers.get('user-agent')!);
  if (ctx.address) own.set(addressHeader, ctx.address);
  return own;
}
