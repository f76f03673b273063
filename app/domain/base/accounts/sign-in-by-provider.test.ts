import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { and, eq, like } from 'drizzle-orm';
import OidcServer from 'oidc-provider';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { actorOf } from './actor.ts';
import { createPerson } from './create-person.ts';
import type { NewPerson } from './input.ts';
import { getProvider, providersOf } from './providers.ts';
import { beginSecondFactor, confirmSecondFactor } from './second-factor.ts';
import { takeSecondStep } from './second-step.ts';
import { signIn as signInWithPassword } from './sign-in.ts';
import { beginByProvider, finishByProvider } from './sign-in-by-provider.ts';
import { credentials, roleGrants, users } from './tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { config } from '#app/platform/config.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { codeOf } from '#tests/authenticator.ts';
import { ctxOf, test } from '#tests/world.ts';

const origin = 'http://localhost:4440';
type Account = Record<string, unknown>;
/** Who is known over there; whoever the test names signs in without being asked. */
const accounts = new Map<string, Account>();
let whoever = '';
let server: Server;

beforeAll(async () => {
  server = createServer((asked, answer) => void provider.callback()(asked, answer)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new OidcServer(issuer, {
    clients: [{ client_id: 'tongyou', client_secret: 'a secret between the two', redirect_uris: [`${origin}/account/oidc/anhui/return`], response_types: ['code'], grant_types: ['authorization_code'], token_endpoint_auth_method: 'client_secret_post' }],
    claims: { email: ['email', 'email_verified'], phone: ['phone_number', 'phone_number_verified'], profile: ['name'] },
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) }),
    async loadExistingGrant(ctx: any) {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid email phone profile');
      await grant.save();
      return grant;
    },
  } as never);
  provider.use(async (ctx: any, next: () => Promise<void>) => {
    if (!ctx.path.startsWith('/interaction/')) return next();
    await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: whoever } }, { mergeWithLastSubmission: false });
    ctx.respond = false;
  });
  const one = { id: 'anhui', name: '安徽政务服务网', nameEn: 'Anhui', issuer, clientId: 'tongyou', clientSecret: 'a secret between the two', region: '34' };
  config().OIDC_PROVIDERS = JSON.stringify([one]);
});
afterAll(() => {
  config().OIDC_PROVIDERS = '[]';
  server.close();
});

/** A browser goes to the province and comes back with what it was told there. */
async function goThere(url: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = url;
  for (let steps = 0; steps < 8; steps += 1) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const cookie of answer.headers.getSetCookie()) jar.set(cookie.split('=')[0]!, cookie.split(';')[0]!.split('=').slice(1).join('='));
    const to = answer.headers.get('location');
    if (!to) throw new Error(`The province answered ${answer.status}: ${await answer.text()}`);
    next = new URL(to, next).href;
    if (next.startsWith(origin)) return next;
  }
  throw new Error('The province sends us in circles.');
}

async function signIn(db: Db, who: string, account: Account, change: (back: URL, cookie: string) => { back: URL; cookie: string } = (back, cookie) => ({ back, cookie })) {
  accounts.set(who, account);
  whoever = who;
  const ctx = ctxOf(db, undefined, new Date());
  const { url, cookie } = await beginByProvider(ctx, 'anhui', origin, '/desk');
  const { back, cookie: kept } = change(new URL(await goThere(url)), cookie.split(';')[0]!);
  return finishByProvider(ctx, 'anhui', origin, new Request(back, { headers: { cookie: kept, 'user-agent': 'test' } }));
}

const cookiesOf = (cookies: readonly string[]) => new Headers({ cookie: cookies.filter((cookie) => !cookie.includes('Max-Age=0')).map((cookie) => cookie.split(';')[0]).join('; ') });

let made = 0;
async function invited(db: Db, more: Partial<NewPerson> = {}) {
  made += 1;
  const email = `wang${made}@hefei.example.cn`;
  const grants = more.grants ?? [{ role: 'organisation-agent' as const, regionCode: '340111' }];
  const id = await createPerson(ctxOf(db, system), { name: '王宁', username: `wang-${made}`, email, ...more, grants });
  return { id, email };
}

describe('signing in by a province', () => {
  test('lets somebody in who was invited under the address the province has verified, links them, and grants nothing', async ({ db }) => {
    const { id, email } = await invited(db);
    const { state, to, cookies } = await signIn(db, 'u-1', { email: email.toUpperCase(), email_verified: true, name: '别的名字' });
    expect([state, to]).toEqual(['in', '/desk']);
    const actor = await actorOf(db, new Headers({ cookie: cookies[0]!.split(';')[0]! }), new Date());
    expect(actor).toMatchObject({ id, name: '王宁', grants: [{ role: 'organisation-agent', regionCode: '340111' }] });
    expect(await db.select().from(roleGrants).where(eq(roleGrants.userId, id))).toHaveLength(1);
    const events = (await db.select().from(records).where(eq(records.subjectId, id))).map((record) => record.event);
    expect(events).toEqual(expect.arrayContaining(['account.provider-linked', 'account.signed-in']));
  });

  test('knows a linked person again by what never changes, also under a new address', async ({ db }) => {
    const { id, email } = await invited(db);
    await signIn(db, 'u-2', { email, email_verified: true });
    const again = await signIn(db, 'u-2', { email: 'new@example.cn', email_verified: true });
    expect((await actorOf(db, new Headers({ cookie: again.cookies[0]!.split(';')[0]! }), new Date())).id).toBe(id);
    expect(await db.select().from(credentials).where(and(eq(credentials.userId, id), like(credentials.providerId, 'oidc:%')))).toHaveLength(1);
  });

  test('finds somebody by a verified mobile number', async ({ db }) => {
    const { id } = await invited(db, { phone: '13912345678' });
    const { cookies } = await signIn(db, 'u-3', { phone_number: '+86 13912345678', phone_number_verified: true });
    expect((await actorOf(db, new Headers({ cookie: cookies[0]!.split(';')[0]! }), new Date())).id).toBe(id);
  });

  test('holds the grants of staff back until they have a second factor', async ({ db }) => {
    const staff = await invited(db, { grants: [{ role: 'government-officer', regionCode: '340111' }] });
    const first = await signIn(db, 'u-4', { email: staff.email, email_verified: true });
    expect(await actorOf(db, new Headers({ cookie: first.cookies[0]!.split(';')[0]! }), new Date())).toMatchObject({ id: staff.id, grants: [], isHeldBack: true });
  });

  test('goes on to the second step of whoever has a second factor: its code lets in, a wrong one does not', async ({ db }) => {
    const password = 'correct horse battery';
    const { email } = await invited(db, { username: 'li-ming', password, grants: [{ role: 'government-officer', regionCode: '340111' }] });
    const result = await signInWithPassword(ctxOf(db, undefined, new Date()), { login: 'li-ming', password }, new Headers());
    const headers = cookiesOf('cookies' in result ? result.cookies : []);
    const own = ctxOf(db, await actorOf(db, headers, new Date()), new Date());
    const { secret } = await beginSecondFactor(own, password, headers);
    await confirmSecondFactor(own, codeOf(secret), headers);

    const half = await signIn(db, 'u-totp', { email, email_verified: true });
    expect(half.state).toBe('second-factor');
    const kept = cookiesOf(half.cookies);
    expect(await actorOf(db, kept, new Date())).toMatchObject({ id: '' });
    const visitor = ctxOf(db, undefined, new Date());
    await expect(takeSecondStep(visitor, { code: '000000' }, kept)).rejects.toThrow('second-step-wrong');
    const actor = await actorOf(db, cookiesOf(await takeSecondStep(visitor, { code: codeOf(secret) }, kept)), new Date());
    expect(actor.grants).toMatchObject([{ role: 'government-officer', regionCode: '340111' }]);
  });

  test('refuses whoever was not invited, and makes nobody', async ({ db }) => {
    const before = await db.select({ id: users.id }).from(users);
    await expect(signIn(db, 'u-5', { email: 'nobody@example.cn', email_verified: true })).rejects.toThrow('provider-person-unknown');
    await expect(signIn(db, 'u-5', {})).rejects.toThrow('provider-person-unknown');
    expect(await db.select({ id: users.id }).from(users)).toHaveLength(before.length);
  });

  test('refuses an address that nobody has verified', async ({ db }) => {
    const { email } = await invited(db);
    await expect(signIn(db, 'u-6', { email, email_verified: false })).rejects.toThrow('provider-person-unknown');
    await expect(signIn(db, 'u-6', { email })).rejects.toThrow('provider-person-unknown');
  });

  test('refuses a second person over there for one of ours', async ({ db }) => {
    const { email } = await invited(db);
    await signIn(db, 'u-7', { email, email_verified: true });
    await expect(signIn(db, 'u-8', { email, email_verified: true })).rejects.toThrow('provider-linked-otherwise');
  });

  test('refuses people of other regions, of the nation, administrators and disabled accounts', async ({ db }) => {
    const elsewhere = await invited(db, { grants: [{ role: 'organisation-agent', regionCode: '320102' }] });
    const above = await invited(db, { regionCode: '34', grants: [{ role: 'organisation-agent', regionCode: '34' }, { role: 'expert', regionCode: '*' }] });
    const admin = await invited(db, { grants: [{ role: 'audit-admin', regionCode: '34' }] });
    const gone = await invited(db);
    await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, gone.id));
    const by = (email: string) => signIn(db, `u-${email}`, { email, email_verified: true });
    await expect(by(elsewhere.email)).rejects.toThrow('provider-outside-region');
    await expect(by(above.email)).rejects.toThrow('provider-outside-region');
    await expect(by(admin.email)).rejects.toThrow('provider-not-for-administrators');
    await expect(by(gone.email)).rejects.toThrow('provider-person-unknown');
  });

  test('refuses what was not begun in this browser, was changed on the way, or took too long', async ({ db }) => {
    const { email } = await invited(db);
    const account = { email, email_verified: true };
    const forged = (cookie: string) => `${cookie.slice(0, -2)}${cookie.endsWith('A') ? 'BB' : 'AA'}`;
    await expect(signIn(db, 'u-9', account, (back) => ({ back, cookie: '' }))).rejects.toThrow('provider-journey-over');
    await expect(signIn(db, 'u-9', account, (back, cookie) => ({ back, cookie: forged(cookie) }))).rejects.toThrow('provider-journey-over');
    await expect(signIn(db, 'u-9', account, (back, cookie) => { back.searchParams.set('state', 'x'); return { back, cookie }; })).rejects.toThrow('provider-failed');
    await expect(signIn(db, 'u-9', account, (back, cookie) => { back.searchParams.set('code', 'x'); return { back, cookie }; })).rejects.toThrow('provider-failed');
    accounts.set('u-9', account);
    const { url, cookie } = await beginByProvider(ctxOf(db, undefined, new Date()), 'anhui', origin, null);
    const back = await goThere(url);
    const late = ctxOf(db, undefined, new Date(Date.now() + 11 * 60_000));
    await expect(finishByProvider(late, 'anhui', origin, new Request(back, { headers: { cookie: cookie.split(';')[0]! } }))).rejects.toThrow('provider-journey-over');
  });

  test('tells a province that does not answer, and one that is not there', async ({ db }) => {
    const there = config().OIDC_PROVIDERS;
    config().OIDC_PROVIDERS = there.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:9');
    await expect(beginByProvider(ctxOf(db), 'anhui', origin, null)).rejects.toThrow('provider-failed');
    config().OIDC_PROVIDERS = there;
    expect(() => getProvider('jiangsu')).toThrow('provider-not-found');
  });

  test('takes only settings that name a region and a safe address', () => {
    const [one] = JSON.parse(config().OIDC_PROVIDERS);
    expect(providersOf(JSON.stringify([one, { ...one, id: 'jiangsu', issuer: 'https://id.example.cn', region: '32' }]))).toHaveLength(2);
    for (const wrong of [{ issuer: 'http://id.example.cn' }, { region: '*' }, { id: 'A' }, { clientSecret: '' }]) expect(() => providersOf(JSON.stringify([{ ...one, ...wrong }]))).toThrow(/"path"/);
  });
});
