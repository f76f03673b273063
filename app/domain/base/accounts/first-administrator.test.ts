import { describe, expect } from 'vitest';
import { ctxOf, test } from '#tests/world.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { isWithoutPeople, makeFirstAdministrator, setUpCode } from './first-administrator.ts';
import { isUsername, isWeakPassword, localPath } from './model.ts';
import { roleGrants } from './tables.server.ts';

const password = 'correct horse battery';
const input = { code: setUpCode(), name: '赵一', username: 'zhaoyi', password, again: password, securityAdmin: '钱二', auditAdmin: '孙三' };

describe('the first administrator', () => {
  test('DB-04: is made with the set-up code, and hands on two links for the two others', async ({ db }) => {
    expect(await isWithoutPeople(db)).toBe(true);
    const { securityToken, auditToken } = await makeFirstAdministrator(ctxOf(db), input);
    await acceptInvitation(ctxOf(db), securityToken, { username: 'qianer', password, again: password });
    await acceptInvitation(ctxOf(db), auditToken, { username: 'sunsan', password, again: password });
    const grants = await db.select().from(roleGrants);
    expect(grants.map(({ role, regionCode }) => `${role} ${regionCode}`).toSorted()).toEqual(['audit-admin *', 'security-admin *', 'system-admin *']);
    expect(new Set(grants.map(({ userId }) => userId)).size).toBe(3);
  });

  test('is not made with a wrong code', async ({ db }) => {
    await expect(makeFirstAdministrator(ctxOf(db), { ...input, code: '0000-0000-0000-0000' })).rejects.toThrow('set-up-code-wrong');
    for (const code of ['短', 'é'.repeat(setUpCode().length)]) {
      await expect(makeFirstAdministrator(ctxOf(db), { ...input, code })).rejects.toThrow('set-up-code-wrong');
    }
    expect(await isWithoutPeople(db)).toBe(true);
  });

  test('is made once', async ({ db }) => {
    await makeFirstAdministrator(ctxOf(db), input);
    await expect(makeFirstAdministrator(ctxOf(db), { ...input, username: 'second' })).rejects.toThrow('first-administrator-there');
  });
});

describe('names, passwords and paths', () => {
  test('DB-01: weak passwords are told from good ones', () => {
    for (const weak of ['short', 'password123', '1234567890', 'aaaaaaaaaaaa', 'Woaini1314!', 'liming-2026-x', 'ababababab']) {
      expect([weak, isWeakPassword(weak, 'liming')]).toEqual([weak, true]);
    }
    for (const good of ['correct horse battery', '西瓜 自行车 图书馆 星期三', 'Kx7-vUq2-Lm9t']) expect([good, isWeakPassword(good, 'liming')]).toEqual([good, false]);
  });

  test('a user name is never a phone number or an e-mail address', () => {
    expect(['liming', 'li.ming-2'].every(isUsername)).toBe(true);
    expect(['13900000001', 'li@example.cn', 'Li', 'a b c'].some(isUsername)).toBe(false);
  });

  test('only paths of this site are gone on to', () => {
    expect(localPath('/desk/calls?x=1', '/')).toBe('/desk/calls?x=1');
    for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', '/中', '/\0', '/\x7F', '', null, '/account/sign-in?to=/']) {
      expect(localPath(path, '/account')).toBe('/account');
    }
  });
});
