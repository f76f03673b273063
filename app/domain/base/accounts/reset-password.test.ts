import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { system, visitor } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { as, baohe, binhu, ctxOf, hefei, neighbour, person, test } from '#tests/world.ts';
import { choosePassword } from './choose-password.ts';
import { createPerson } from './create-person.ts';
import { disableAccount } from './disable-account.ts';
import { lockedUntil, lockKey, takeTry } from './lockout.ts';
import type { Role } from './model.ts';
import { getPasswordReset } from './password-resets.ts';
import { resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';
import { sessions, verifications } from './tables.server.ts';

// The sign-in library knows only the machine's clock, so these tests live in the present.
const now = new Date();
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const admin = (db: Db, region = baohe) => as(db, 'system-admin', region, now);
const somebody = (db: Db, at = now) => ctxOf(db, visitor, at);
const fresh = { password: 'a new long sentence', again: 'a new long sentence' };

function li(db: Db, grants: { role: Role; regionCode: string }[] = []) {
  return createPerson(ctxOf(db, system, now), { name: '李明', username: 'liming', password: 'correct horse battery', regionCode: binhu, grants });
}
const eventsOf = async (db: Db, id: string) => (await db.select().from(records).where(eq(records.subjectId, id)).orderBy(records.id)).map((line) => line.event);
const stateAfter = async (db: Db, password: string) => (await signIn(somebody(db), { login: 'liming', password }, new Headers())).state;

describe('a forgotten password', () => {
  test('is replaced with a one-time link: the old one ends, so do the sessions and the lock, and both steps are recorded', async ({ db }) => {
    const id = await li(db);
    const { token } = await resetPassword(admin(db), id, '本人当面申请');
    expect(await stateAfter(db, 'correct horse battery')).toBe('in');
    for (let i = 0; i < 5; i += 1) await takeTry(somebody(db), lockKey(id, ''));

    expect(await getPasswordReset(somebody(db), token)).toMatchObject({ id, username: 'liming' });
    await choosePassword(somebody(db), token, fresh);
    expect(await db.select().from(sessions)).toEqual([]);
    expect(await lockedUntil(somebody(db), id)).toBeUndefined();
    expect((await eventsOf(db, id)).filter((event) => event.includes('password-reset'))).toEqual(['account.password-reset-offered', 'account.password-reset']);
    expect(await stateAfter(db, 'correct horse battery')).toBe('wrong');
    expect(await stateAfter(db, fresh.password)).toBe('in');
    await expect(choosePassword(somebody(db), token, fresh)).rejects.toThrow('password-reset-over');
  });

  test('gives somebody who had none their first password', async ({ db }) => {
    const id = await createPerson(ctxOf(db, system, now), { name: '李明', username: 'liming', regionCode: binhu });
    const { token } = await resetPassword(admin(db), id, '本人当面申请');
    await choosePassword(somebody(db), token, fresh);
    expect(await stateAfter(db, fresh.password)).toBe('in');
  });

  test('has a link that is kept as a hash, ends after a day, and gives way to the next', async ({ db }) => {
    const id = await li(db);
    const first = await resetPassword(admin(db), id, '本人当面申请');
    const second = await resetPassword(admin(db), id, '第一个链接没有收到');
    expect(JSON.stringify(await db.select().from(verifications))).not.toContain(second.token);
    await expect(getPasswordReset(somebody(db), first.token)).rejects.toThrow('password-reset-over');
    expect((await getPasswordReset(somebody(db, later(23.9)), second.token)).expiresAt).toEqual(later(24));
    await expect(choosePassword(somebody(db, later(24)), second.token, fresh)).rejects.toThrow('password-reset-over');
    await disableAccount(admin(db), id, '离职');
    await expect(choosePassword(somebody(db), second.token, fresh)).rejects.toThrow('password-reset-over');
    await expect(resetPassword(admin(db), id, '离职')).rejects.toThrow('account-disabled');
  });

  test('cannot become one that contains the user name', async ({ db }) => {
    const { token } = await resetPassword(admin(db), await li(db), '本人当面申请');
    await expect(choosePassword(somebody(db), token, { password: 'liming and more', again: 'liming and more' })).rejects.toThrow('password-names-you');
    await choosePassword(somebody(db), token, fresh);
  });

  test('is not for a neighbour, another administrator, a visitor or the person themselves to reset', async ({ db }) => {
    const id = await li(db);
    const why = '本人当面申请';
    await expect(resetPassword(admin(db, neighbour), id, why)).rejects.toThrow('not-allowed');
    for (const role of ['security-admin', 'audit-admin', 'programme-officer'] as const) {
      await expect(resetPassword(as(db, role, '*', now), id, why)).rejects.toThrow('not-allowed');
    }
    await expect(resetPassword(somebody(db), id, why)).rejects.toThrow('sign-in-needed');
    await expect(resetPassword(ctxOf(db, person('system-admin', baohe, id), now), id, why)).rejects.toThrow('account-own');
    expect(await db.select().from(verifications)).toEqual([]);
  });

  test.for(['system-admin', 'security-admin', 'audit-admin'] as const)('of a %s is reset by a system administrator of the nation alone', async (role, { db }) => {
    const id = await li(db, [{ role, regionCode: binhu }]);
    await expect(resetPassword(admin(db, hefei), id, '本人当面申请')).rejects.toThrow('not-allowed');
    expect((await resetPassword(admin(db, '*'), id, '本人当面申请')).token).toHaveLength(32);
  });
});
