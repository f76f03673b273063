import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actorOfToken } from './actor-of-token.ts';
import { takeAllowance } from './allowance.ts';
import { makeSystemToken, makeToken } from './make-token.ts';
import { getSystem, listSystems, registerSystem } from './register-system.ts';
import { revokeToken } from './revoke-token.ts';
import { accessTokens } from './tables.server.ts';
import { listOwnTokens, listTokens, listTokensOf } from './tokens.ts';
import { may, regionsFor } from '#app/domain/base/accounts/access.ts';
import { disableAccount } from '#app/domain/base/accounts/disable-account.ts';
import { grantRole } from '#app/domain/base/accounts/grant-role.ts';
import { resetPassword } from '#app/domain/base/accounts/reset-password.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { officersToken, someone } from '#tests/api.ts';
import { as, baohe, binhu, ctxOf, hefei, neighbour, test, today } from '#tests/world.ts';

const later = (days: number) => new Date(today.getTime() + days * 86_400_000);
const wanted = { name: '申报接口', verbs: ['application.read' as const], regionCode: binhu, organisationId: undefined, days: 30 };

describe('making a token', () => {
  test('tells it once, keeps a hash, and leaves a record without it', async ({ db }) => {
    const { token, id, owner } = await officersToken(db);
    const [row] = await db.select().from(accessTokens).where(eq(accessTokens.id, id));
    expect(token).toMatch(/^ty_[\w-]{43}$/);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row!.ending).toBe(token.slice(-4));
    const [record] = await db.select().from(records).where(eq(records.event, 'token.made'));
    expect(record).toMatchObject({ subjectId: id, actorId: owner.actor.id, regionCode: binhu });
    expect(JSON.stringify(record)).not.toContain(token);
  });

  test('is refused for more than its owner may do, elsewhere, above, and to visitors', async ({ db }) => {
    const officer = await someone(db, [{ role: 'government-officer', regionCode: baohe }]);
    await expect(makeToken(officer, { ...wanted, verbs: ['application.queue'] })).rejects.toThrow('token-beyond-you');
    await expect(makeToken(officer, { ...wanted, regionCode: neighbour })).rejects.toThrow('token-beyond-you');
    await expect(makeToken(officer, { ...wanted, regionCode: hefei })).rejects.toThrow('token-beyond-you');
    await expect(makeToken(ctxOf(db), wanted)).rejects.toThrow('sign-in-needed');
  });

  test('is refused to a token, so that none lives longer than its maker meant', async ({ db }) => {
    const { token } = await officersToken(db);
    const actor = await actorOfToken(db, token, today);
    await expect(makeToken(ctxOf(db, actor), wanted)).rejects.toThrow('token-beyond-you');
  });

  test('ends at twenty valid ones', async ({ db }) => {
    const { owner } = await officersToken(db);
    for (let i = 1; i < 20; i += 1) await makeToken(owner, wanted);
    await expect(makeToken(owner, wanted)).rejects.toThrow('tokens-too-many');
    await makeToken({ ...owner, now: later(100) }, wanted);
  });
});

describe('who a token stands for', () => {
  test('is its owner, with the verbs of the token alone', async ({ db }) => {
    const { token, owner } = await officersToken(db, ['application.read']);
    const actor = (await actorOfToken(db, token, today))!;
    expect(actor).toMatchObject({ id: owner.actor.id, name: `${owner.actor.name} · 申报接口` });
    expect(may(actor, 'application.read', { regionCode: binhu })).toBe(true);
    expect(may(actor, 'application.submit', { regionCode: binhu })).toBe(false);
    expect(regionsFor(actor, 'application.fill')).toEqual([]);
  });

  test('is narrowed to the place of the token, and a token for the nation to the places of its owner', async ({ db }) => {
    const owner = await someone(db, [{ role: 'government-officer', regionCode: hefei }, { role: 'government-officer', regionCode: neighbour }]);
    const narrow = await makeToken(owner, wanted);
    const wide = await makeToken(owner, { ...wanted, regionCode: '*' });
    expect(regionsFor((await actorOfToken(db, narrow.token, today))!, 'application.read')).toEqual([binhu]);
    expect(regionsFor((await actorOfToken(db, wide.token, today))!, 'application.read').toSorted()).toEqual([neighbour, hefei].toSorted());
  });

  test('is nobody when it is wrong, expired, revoked, or its owner is disabled', async ({ db }) => {
    const { token, id, owner } = await officersToken(db);
    const half = token.slice(0, -1);
    for (const wrong of ['', 'ty_', half, `${half}${token.endsWith('A') ? 'B' : 'A'}`, `${token}A`]) expect(await actorOfToken(db, wrong, today)).toBeUndefined();
    expect(await actorOfToken(db, token, later(91))).toBeUndefined();
    await disableAccount(as(db, 'system-admin', '*'), owner.actor.id, '离职');
    expect(await actorOfToken(db, token, today)).toBeUndefined();
    await db.update(users).set({ disabledAt: null }).where(eq(users.id, owner.actor.id));
    expect(await actorOfToken(db, token, today)).toBeDefined();
    await revokeToken(owner, id);
    expect(await actorOfToken(db, token, today)).toBeUndefined();
    await expect(revokeToken(owner, id)).rejects.toThrow('token-not-found');
  });

  test('loses what its owner loses, at once; without a second factor staff hold nothing', async ({ db }) => {
    const { token, owner } = await officersToken(db);
    await db.update(users).set({ twoFactorEnabled: false }).where(eq(users.id, owner.actor.id));
    expect((await actorOfToken(db, token, today))!.grants).toEqual([]);
    await db.update(users).set({ twoFactorEnabled: true }).where(eq(users.id, owner.actor.id));
    await db.delete(roleGrants).where(eq(roleGrants.userId, owner.actor.id));
    expect((await actorOfToken(db, token, today))!.grants).toEqual([]);
  });

  test('leaves its last use behind, at most once a minute', async ({ db }) => {
    const { token, owner } = await officersToken(db);
    const seen = async () => (await listOwnTokens(owner))[0]!.lastUsedAt;
    expect(await seen()).toBeNull();
    await actorOfToken(db, token, today);
    await actorOfToken(db, token, new Date(today.getTime() + 30_000));
    expect(await seen()).toEqual(today);
    await actorOfToken(db, token, new Date(today.getTime() + 61_000));
    expect(await seen()).toEqual(new Date(today.getTime() + 61_000));
  });
});

describe('tokens of others', () => {
  test('are seen by the administrators of their region, and revoked by its system administrator alone', async ({ db }) => {
    const { id, owner } = await officersToken(db);
    expect((await listTokens(as(db, 'audit-admin', baohe), {})).rows).toMatchObject([{ id, owner: owner.actor.name, state: 'alive', isSystem: false }]);
    expect((await listTokens(as(db, 'audit-admin', neighbour), {})).rows).toEqual([]);
    await expect(listTokens(as(db, 'programme-officer', '*'), {})).rejects.toThrow('not-allowed');
    await expect(revokeToken(as(db, 'audit-admin', '*'), id)).rejects.toThrow('not-allowed');
    await expect(revokeToken(as(db, 'system-admin', neighbour), id)).rejects.toThrow('not-allowed');
    await revokeToken(as(db, 'system-admin', baohe), id);
    expect((await listTokens(as(db, 'security-admin', '*'), { state: 'over' })).rows).toMatchObject([{ id, state: 'revoked' }]);
    expect((await listTokens(as(db, 'security-admin', '*'), { state: 'alive' })).rows).toEqual([]);
  });
});

describe('a registered system', () => {
  const input = { name: '安徽省政务平台', purpose: '汇总全省试点申报', contact: '0551-12345678', regionCode: '34' };

  test('has an account nobody signs in with, and may do nothing until a role is granted to it', async ({ db }) => {
    const admin = as(db, 'system-admin', '34');
    const id = await registerSystem(admin, input);
    const { token } = await makeSystemToken(admin, id, { ...wanted, regionCode: '34', perMinute: 1200 });
    expect((await actorOfToken(db, token, today))!.grants).toEqual([]);
    await grantRole(as(db, 'security-admin', '34'), id, { role: 'government-officer', regionCode: '34' } as never);
    const actor = (await actorOfToken(db, token, today))!;
    expect(regionsFor(actor, 'application.read')).toEqual(['34']); // a machine has no second factor: its token is the key
    expect(actor.token).toMatchObject({ perMinute: 1200 });
    expect(await getSystem(admin, id)).toMatchObject({ name: input.name, grants: [{ role: 'government-officer', regionCode: '34' }] });
    expect(await listTokensOf(admin, id)).toMatchObject([{ isSystem: true }]);
    const { rows } = await db.execute(sql`select 1 from credentials where user_id = ${id}`);
    expect(rows).toEqual([]);
  });

  test('has no password, and none is made for it: nobody comes in under its name', async ({ db }) => {
    const admin = as(db, 'system-admin', '34');
    const id = await registerSystem(admin, { name: '省级平台', purpose: '读取本省申报', contact: '信息处 0551-60000000', regionCode: hefei });
    await expect(resetPassword({ ...admin, actor: { ...admin.actor, id: 'another' } }, id, '想用它登录')).rejects.toThrow('account-of-machine');
  });

  test('is registered, and given tokens, by the system administrator of its region alone', async ({ db }) => {
    await expect(registerSystem(as(db, 'security-admin', '*'), input)).rejects.toThrow('not-allowed');
    await expect(registerSystem(as(db, 'system-admin', '32'), input)).rejects.toThrow('not-allowed');
    const id = await registerSystem(as(db, 'system-admin', '34'), input);
    await expect(makeSystemToken(as(db, 'system-admin', '32'), id, { ...wanted, perMinute: 1 })).rejects.toThrow('not-allowed');
    await expect(makeSystemToken(as(db, 'system-admin', '*'), 'nobody', { ...wanted, perMinute: 1 })).rejects.toThrow('system-not-found');
    const { owner } = await officersToken(db);
    await expect(makeSystemToken(as(db, 'system-admin', '*'), owner.actor.id, { ...wanted, perMinute: 1 })).rejects.toThrow('system-not-found');
    expect((await listSystems(as(db, 'audit-admin', '32'))).rows).toEqual([]);
    await expect(getSystem(as(db, 'audit-admin', '32'), id)).rejects.toThrow('system-not-found');
  });
});

describe('how often a token may ask', () => {
  test('is counted for the minute, then begins anew', async ({ db }) => {
    const token = { id: crypto.randomUUID(), perMinute: 3 };
    const ctx = ctxOf(db);
    const tries = [];
    for (let i = 0; i < 5; i += 1) tries.push(await takeAllowance(ctx, token));
    expect(tries.map((each) => each.isOver)).toEqual([false, false, false, true, true]);
    expect(tries.map((each) => each.left)).toEqual([2, 1, 0, 0, 0]);
    expect(tries[4]).toMatchObject({ limit: 3, seconds: 60 });
    expect(await takeAllowance(ctxOf(db, undefined, new Date(today.getTime() + 60_001)), token)).toMatchObject({ isOver: false, left: 2 });
  });

  test('never goes beyond the limit, whoever else counts too', async ({ db }) => {
    const token = { id: crypto.randomUUID(), perMinute: 100 };
    const ctx = ctxOf(db);
    const until = new Date(today.getTime() + 60_000).toISOString();
    await db.execute(sql`insert into attempts (key, count, until) values (${`token:${token.id}`}, 88, ${until})`);
    let allowed = 0;
    for (let i = 0; i < 40; i += 1) if (!(await takeAllowance(ctx, token)).isOver) allowed += 1;
    expect(allowed).toBe(12);
  });
});
