import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { system } from '#app/platform/ctx.ts';
import { as, baohe, binhu, ctxOf, hefei, neighbour, test } from '#tests/world.ts';
import { createPerson } from './create-person.ts';
import { listDemoAccounts } from './demo.ts';
import { AccountFilter, type NewPerson } from './input.ts';
import { invite } from './invite.ts';
import { listInvitations } from './invitations.ts';
import { getAccount, listAccounts } from './read.ts';

const make = (db: Db, username: string, more: Partial<NewPerson> = {}) =>
  createPerson(ctxOf(db, system), { name: `名${username}`, username, regionCode: binhu, ...more });
const names = async (ctx: ReturnType<typeof as>, filter: object = {}) =>
  (await listAccounts(ctx, AccountFilter.parse(filter))).rows.map((row) => row.username);

describe('the list of accounts', () => {
  test('shows who belongs to the region or holds a role in it, newest first', async ({ db }) => {
    await make(db, 'here');
    await make(db, 'far', { regionCode: neighbour });
    await make(db, 'guest', { regionCode: neighbour, grants: [{ role: 'expert', regionCode: binhu }] });
    await make(db, 'above', { regionCode: hefei });
    expect(await names(as(db, 'audit-admin', baohe))).toEqual(['guest', 'here']);
    expect(await names(as(db, 'system-admin', '*'))).toEqual(['above', 'guest', 'far', 'here']);
  });

  test('is searched by name, role, region and state', async ({ db }) => {
    await make(db, 'one', { phone: '13900000001' });
    await make(db, 'two', { grants: [{ role: 'expert', regionCode: hefei }] });
    const ctx = as(db, 'system-admin', '*');
    expect(await names(ctx, { q: '名on' })).toEqual(['one']);
    expect(await names(ctx, { q: '1390000' })).toEqual(['one']);
    expect(await names(ctx, { q: '100%' })).toEqual([]);
    expect(await names(ctx, { role: 'expert' })).toEqual(['two']);
    expect(await names(ctx, { region: binhu })).toEqual(['two', 'one']);
    expect(await names(ctx, { state: 'disabled' })).toEqual([]);
    expect(await names(ctx, { role: 'king', region: "'", state: 'x', after: 'y' })).toEqual(['two', 'one']);
  });

  test('comes in pages by key', async ({ db }) => {
    for (let i = 0; i < 52; i += 1) await make(db, `person${i}`);
    const ctx = as(db, 'system-admin', '*');
    const first = await listAccounts(ctx, AccountFilter.parse({}));
    expect(first.rows).toHaveLength(50);
    expect(await names(ctx, { after: first.next })).toEqual(['person1', 'person0']);
  });

  test('is for administrators', async ({ db }) => {
    await expect(listAccounts(as(db, 'programme-officer', '*'), AccountFilter.parse({}))).rejects.toThrow('not-allowed');
    await expect(listAccounts(ctxOf(db), AccountFilter.parse({}))).rejects.toThrow('sign-in-needed');
  });

  test('opens one account, but not a neighbour’s', async ({ db }) => {
    const id = await make(db, 'here', { grants: [{ role: 'expert', regionCode: binhu }] });
    const account = await getAccount(as(db, 'audit-admin', baohe), id);
    expect(account).toMatchObject({ username: 'here', email: null, isDisabled: false, isOwn: false, grants: [{ role: 'expert', regionCode: binhu }] });
    expect(account.history.map((line) => line.event)).toEqual(['role.granted', 'account.created']);
    await expect(getAccount(as(db, 'audit-admin', neighbour), id)).rejects.toThrow('not-allowed');
    await expect(getAccount(as(db, 'audit-admin', '*'), 'nobody')).rejects.toThrow('not-found');
  });
});

describe('the list of invitations', () => {
  test('shows those of the region, and which wait for a confirmation', async ({ db }) => {
    await invite(as(db, 'system-admin', baohe), { name: '王芳', contact: '13900000002', role: 'expert', regionCode: binhu });
    const rows = (await listInvitations(as(db, 'security-admin', baohe), { state: 'waiting' })).rows;
    expect(rows).toMatchObject([{ name: '王芳', state: 'unconfirmed' }]);
    expect(JSON.stringify(rows)).not.toContain('tokenHash');
    expect((await listInvitations(as(db, 'security-admin', neighbour), {})).rows).toEqual([]);
    await expect(listInvitations(as(db, 'expert', '*'), {})).rejects.toThrow('not-allowed');
  });
});

describe('the demonstration accounts', () => {
  test('are told to nobody outside demo mode', async ({ db }) => {
    await make(db, 'here', { grants: [{ role: 'expert', regionCode: binhu }] });
    expect(await listDemoAccounts(ctxOf(db))).toEqual([]);
  });
});
