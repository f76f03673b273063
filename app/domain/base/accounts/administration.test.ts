import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { as, baohe, binhu, ctxOf, hefei, neighbour, person, test } from '#tests/world.ts';
import { createPerson } from './create-person.ts';
import { disableAccount } from './disable-account.ts';
import { enableAccount } from './enable-account.ts';
import { endOtherSessions, endSession, endSessionsOf } from './end-sessions.ts';
import { grantRole } from './grant-role.ts';
import { lockedUntil, lockKey, takeTry } from './lockout.ts';
import type { Role } from './model.ts';
import { namesOf } from './people.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { revokeRole } from './revoke-role.ts';
import { roleGrants, sessions, twoFactors, users } from './tables.server.ts';

let count = 0;
function make(db: Db, grants: { role: Role; regionCode: string }[] = [], regionCode = binhu) {
  count += 1;
  return createPerson(ctxOf(db, system), { name: `人${count}`, username: `person${count}`, regionCode, grants });
}
const session = (db: Db, userId: string, id: string) =>
  db.insert(sessions).values({ id, userId, token: `hash of ${id}`, expiresAt: new Date('2027-01-01') });
const lastEvent = async (db: Db, id: string) =>
  (await db.select().from(records).where(eq(records.subjectId, id)).orderBy(records.id)).at(-1)?.event;
const admin = (db: Db, region = baohe) => as(db, 'system-admin', region);
const security = (db: Db, region = baohe) => as(db, 'security-admin', region);

describe('making a person', () => {
  test('is for the system alone', async ({ db }) => {
    await expect(createPerson(admin(db, '*'), { name: '张三', username: 'zhangsan' })).rejects.toThrow('not-allowed');
  });

  test('keeps the three administrators apart', async ({ db }) => {
    const both = [{ role: 'system-admin' as const, regionCode: '*' }, { role: 'audit-admin' as const, regionCode: binhu }];
    await expect(make(db, both)).rejects.toThrow('role-separated');
  });

  test('takes no name twice', async ({ db }) => {
    await createPerson(ctxOf(db, system), { name: '张三', username: 'zhangsan', phone: '13900000003' });
    await expect(createPerson(ctxOf(db, system), { name: '李四', username: 'lisi', phone: '13900000003' })).rejects.toThrow('contact-taken');
  });
});

describe('granting a role', () => {
  test('gives it for a region, with a record', async ({ db }) => {
    const id = await make(db);
    await grantRole(security(db), id, { role: 'expert', regionCode: binhu, organisationId: undefined });
    expect(await db.select().from(roleGrants)).toMatchObject([{ userId: id, role: 'expert', regionCode: binhu }]);
    expect(await lastEvent(db, id)).toBe('role.granted');
    await expect(grantRole(security(db), id, { role: 'expert', regionCode: binhu, organisationId: undefined })).rejects.toThrow('role-held-already');
  });

  test('stays within the administrator’s region, and so must the person', async ({ db }) => {
    const id = await make(db);
    const far = await make(db, [{ role: 'programme-officer', regionCode: '*' }]);
    const expert = { role: 'expert' as const, organisationId: undefined };
    await expect(grantRole(security(db), id, { ...expert, regionCode: hefei })).rejects.toThrow('not-allowed');
    await expect(grantRole(security(db), id, { ...expert, regionCode: neighbour })).rejects.toThrow('not-allowed');
    await expect(grantRole(security(db), far, { ...expert, regionCode: binhu })).rejects.toThrow('not-allowed');
    await expect(grantRole(admin(db), id, { ...expert, regionCode: binhu })).rejects.toThrow('not-allowed');
  });

  test('is never to oneself, never a second administrator role, never to a disabled account, and an agent has an organisation', async ({ db }) => {
    const self = await make(db);
    const me = ctxOf(db, person('security-admin', baohe, self));
    const grant = (role: Role) => ({ role, regionCode: binhu, organisationId: undefined });
    await expect(grantRole(me, self, grant('expert'))).rejects.toThrow('grant-to-self');
    const auditor = await make(db, [{ role: 'audit-admin', regionCode: binhu }]);
    await expect(grantRole(security(db), auditor, grant('system-admin'))).rejects.toThrow('role-separated');
    await expect(grantRole(security(db), auditor, grant('organisation-agent'))).rejects.toThrow('organisation-needed');
    await expect(grantRole(as(db, 'security-admin', '*'), auditor, { ...grant('government-officer'), regionCode: '*' })).rejects.toThrow('region-needed');
    await disableAccount(admin(db), auditor, '离职');
    await expect(grantRole(security(db), auditor, grant('expert'))).rejects.toThrow('account-disabled');
  });
});

describe('revoking a role', () => {
  test('takes it away with a record, within the region and never from oneself', async ({ db }) => {
    const id = await make(db, [{ role: 'expert', regionCode: binhu }]);
    const [grant] = await db.select().from(roleGrants);
    await expect(revokeRole(security(db, neighbour), id, grant!.id)).rejects.toThrow('not-allowed');
    await expect(revokeRole(admin(db), id, grant!.id)).rejects.toThrow('not-allowed');
    await expect(revokeRole(ctxOf(db, person('security-admin', baohe, id)), id, grant!.id)).rejects.toThrow('grant-to-self');
    await expect(revokeRole(security(db, '*'), 'somebody else', grant!.id)).rejects.toThrow('not-found');
    await revokeRole(security(db), id, grant!.id);
    expect(await db.select().from(roleGrants)).toEqual([]);
    expect(await lastEvent(db, id)).toBe('role.revoked');
  });
});

describe('an account', () => {
  test('is disabled with all its sessions, and enabled again', async ({ db }) => {
    const id = await make(db);
    await session(db, id, 'one');
    await disableAccount(admin(db), id, '离职');
    expect(await db.select().from(sessions)).toEqual([]);
    expect(await lastEvent(db, id)).toBe('account.disabled');
    await expect(disableAccount(admin(db), id, '离职')).rejects.toThrow('account-disabled');
    await enableAccount(admin(db), id);
    expect((await db.select().from(users).where(eq(users.id, id)))[0]!.disabledAt).toBeNull();
    await expect(enableAccount(admin(db), id)).rejects.toThrow('account-enabled');
  });

  test('locked by wrong passwords is unlocked by an administrator', async ({ db }) => {
    const id = await make(db);
    for (let i = 0; i < 5; i += 1) await takeTry(ctxOf(db), lockKey(id, ''));
    expect(await lockedUntil(ctxOf(db), id)).toBeDefined();
    await enableAccount(admin(db), id);
    expect(await lockedUntil(ctxOf(db), id)).toBeUndefined();
  });

  test('loses its second factor and its sessions when that is reset', async ({ db }) => {
    const id = await make(db);
    await expect(resetSecondFactor(admin(db), id, '手机丢失')).rejects.toThrow('second-factor-off');
    await db.update(users).set({ twoFactorEnabled: true }).where(eq(users.id, id));
    await db.insert(twoFactors).values({ id: 'f', userId: id, secret: 's', backupCodes: 'b' });
    await session(db, id, 'one');
    await resetSecondFactor(admin(db), id, '手机丢失');
    expect(await db.select().from(twoFactors)).toEqual([]);
    expect(await db.select().from(sessions)).toEqual([]);
    expect(await lastEvent(db, id)).toBe('account.second-factor-reset');
  });

  test.for([
    ['disable', disableAccount],
    ['enable', enableAccount],
    ['reset', resetSecondFactor],
    ['end the sessions of', endSessionsOf],
  ] as const)('a neighbour, a security administrator, and the person themselves cannot %s it', async ([, verb], { db }) => {
    const id = await make(db);
    await expect(verb(admin(db, neighbour), id, '理由')).rejects.toThrow('not-allowed');
    await expect(verb(security(db), id, '理由')).rejects.toThrow('not-allowed');
    await expect(verb(ctxOf(db, person('system-admin', baohe, id)), id, '理由')).rejects.toThrow('account-own');
    await expect(verb(admin(db, '*'), 'nobody', '理由')).rejects.toThrow('not-found');
  });

  test('with a grant above the administrator’s region is out of reach', async ({ db }) => {
    const id = await make(db, [{ role: 'expert', regionCode: hefei }]);
    await expect(disableAccount(admin(db), id, '理由')).rejects.toThrow('not-allowed');
    await disableAccount(admin(db, hefei), id, '理由');
  });
});

describe('sessions', () => {
  test('are ended by their owner, one or all others, with a record; by nobody else', async ({ db }) => {
    const mine = await make(db);
    const theirs = await make(db);
    for (const id of ['here', 'there', 'far']) await session(db, mine, id);
    await session(db, theirs, 'theirs');
    const me = ctxOf(db, { id: mine, name: '我', grants: [], sessionId: 'here' });
    await expect(endSession(me, 'theirs')).rejects.toThrow('not-found');
    await expect(endSession(ctxOf(db), 'there')).rejects.toThrow('sign-in-needed');
    await endSession(me, 'there');
    expect(await lastEvent(db, mine)).toBe('session.ended');
    await endOtherSessions(me);
    expect(await lastEvent(db, mine)).toBe('session.others-ended');
    expect((await db.select().from(sessions)).map(({ id }) => id).toSorted()).toEqual(['here', 'theirs']);
    await endSessionsOf(admin(db), theirs);
    expect((await db.select().from(sessions)).map(({ id }) => id)).toEqual(['here']);
    expect(await lastEvent(db, theirs)).toBe('session.all-ended');
  });
});

describe('people', () => {
  test('have names, and who is not there has none', async ({ db }) => {
    const id = await make(db);
    const names = await namesOf(ctxOf(db), [id, id, 'nobody']);
    expect([...names]).toEqual([[id, expect.stringMatching(/^人\d+$/)]]);
  });
});
