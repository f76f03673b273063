import { randomUUID } from 'node:crypto';
import { and, eq, isNull, or } from 'drizzle-orm';
import { authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, fetchUserInfo, randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { contains } from '#app/domain/base/regions/model.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { log } from '#app/platform/log.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { isSeparated, localPath } from './model.ts';
import { openHalfWay, openSession } from './open-session.ts';
import { journeyCookie, journeyOf, journeyOver } from './provider-journey.ts';
import { configurationOf, getProvider, type Provider } from './providers.ts';
import { credentials, roleGrants, users } from './tables.server.ts';

const returnOf = (provider: Provider, origin: string) => new URL(`/account/oidc/${provider.id}/return`, origin);

/** 去统一身份登录: where to send the browser, and what it keeps meanwhile. */
export async function beginByProvider(ctx: Ctx, id: string, origin: string, to: string | null): Promise<{ url: string; cookie: string }> {
  await limit(ctx, `provider:${ctx.address ?? 'unknown'}`, 300, 15 * 60);
  const provider = getProvider(id);
  const journey = {
    provider: id, state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), to: localPath(to, ''), until: ctx.now.getTime() + 600_000,
  };
  const configuration = await reached(configurationOf(provider));
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: returnOf(provider, origin).href, scope: 'openid email phone profile', response_type: 'code', state: journey.state, nonce: journey.nonce,
    code_challenge: await calculatePKCECodeChallenge(journey.verifier), code_challenge_method: 'S256',
  });
  return { url: url.href, cookie: journeyCookie(journey) };
}

/** 从统一身份回来: who the provider says it is, if it is somebody of ours; a second factor that is on is still asked for. */
export async function finishByProvider(ctx: Ctx, id: string, origin: string, request: Request): Promise<{ state: 'in' | 'second-factor'; to: string; cookies: string[] }> {
  await limit(ctx, `provider:${ctx.address ?? 'unknown'}`, 300, 15 * 60);
  const provider = getProvider(id);
  const journey = journeyOf(request.headers, ctx.now);
  if (!journey || journey.provider !== id) throw new Refusal('provider-journey-over', 400);
  const here = returnOf(provider, origin);
  here.search = new URL(request.url).search;
  const claims = await reached(claimsOf(provider, here, journey));
  return change({ ...ctx, actor: { id: '', name: '', grants: [] } }, async (tx) => {
    const person = await personOf(tx, provider, claims);
    const inside = { ...tx, actor: { id: person.id, name: person.name, grants: [] } };
    await tx.record(person.hasSecondFactor ? 'account.provider-accepted' : 'account.signed-in', person, { provider: id, userId: person.id, address: ctx.address ?? null });
    const cookie = person.hasSecondFactor ? await openHalfWay(inside, person.id) : await openSession(inside, person.id, request.headers.get('user-agent'));
    return { state: person.hasSecondFactor ? 'second-factor' : 'in', to: journey.to, cookies: [cookie, journeyOver()] };
  });
}

type Claims = { sub: string; email?: string | undefined; phone?: string | undefined };

/** What the provider vouches for: an address or a number that it has not verified is as good as none. */
async function claimsOf(provider: Provider, here: URL, journey: { state: string; nonce: string; verifier: string }): Promise<Claims> {
  const configuration = await configurationOf(provider);
  const tokens = await authorizationCodeGrant(configuration, here, { expectedState: journey.state, expectedNonce: journey.nonce, pkceCodeVerifier: journey.verifier, idTokenExpected: true });
  const { sub, ...told } = tokens.claims()!;
  const more = told.email_verified === undefined && configuration.serverMetadata().userinfo_endpoint ? await fetchUserInfo(configuration, tokens.access_token, sub) : {};
  const all: Record<string, unknown> = { ...told, ...more };
  const verified = (name: 'email' | 'phone_number') => (all[`${name}_verified`] === true && typeof all[name] === 'string' ? all[name] : undefined);
  return { sub, email: verified('email')?.toLowerCase(), phone: verified('phone_number')?.replace(/^\+?86[\s-]?(?=1\d{10}$)/, '') };
}

/** What the other side answers or does not is no bug of ours: the person may try again or use their password. */
async function reached<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    log().warn({ err: error }, 'the account system of a province');
    throw new Refusal('provider-failed', 502);
  });
}

type Person = { id: string; name: string; regionCode: string; hasSecondFactor: boolean };
const shown = { id: users.id, name: users.name, regionCode: users.regionCode, hasSecondFactor: users.twoFactorEnabled };

/** 认人: linked before, or invited before under exactly the address or number the provider has verified. Nobody is made, nothing is granted. */
async function personOf(tx: Change, provider: Provider, claims: Claims): Promise<Person> {
  const providerId = `oidc:${provider.id}`;
  const [linked] = await tx.db
    .select(shown)
    .from(credentials)
    .innerJoin(users, eq(users.id, credentials.userId))
    .where(and(eq(credentials.providerId, providerId), eq(credentials.accountId, claims.sub), isNull(users.disabledAt)));
  if (linked) return within(tx, provider, linked);

  const contact = or(claims.email ? eq(users.email, claims.email) : undefined, claims.phone ? eq(users.phoneNumber, claims.phone) : undefined);
  const found = contact ? await tx.db.select(shown).from(users).where(and(contact, isNull(users.disabledAt))).for('update') : [];
  if (found.length !== 1) throw new Refusal('provider-person-unknown', 403);
  const person = await within(tx, provider, found[0]!);
  const others = await tx.db.select({ id: credentials.id }).from(credentials).where(and(eq(credentials.providerId, providerId), eq(credentials.userId, person.id)));
  if (others.length > 0) throw new Refusal('provider-linked-otherwise', 403);
  await tx.db.insert(credentials).values({ id: randomUUID(), accountId: claims.sub, providerId, userId: person.id, createdAt: tx.now, updatedAt: tx.now });
  await tx.record('account.provider-linked', person, { provider: provider.id });
  return person;
}

/** A province speaks for its own people: whoever belongs or works outside it, and the three administrators, sign in with us. */
async function within(tx: Change, provider: Provider, person: Person): Promise<Person> {
  const grants = await tx.db.select({ role: roleGrants.role, regionCode: roleGrants.regionCode }).from(roleGrants).where(eq(roleGrants.userId, person.id));
  if (grants.some(({ role }) => isSeparated(role))) throw new Refusal('provider-not-for-administrators', 403);
  if ([person, ...grants].some(({ regionCode }) => !contains(provider.region, regionCode))) throw new Refusal('provider-outside-region', 403);
  return person;
}
