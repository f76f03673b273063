import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { as, baohe, binhu, ctxOf, hefei, neighbour, person, test, today } from '#tests/world.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { confirmInvitation } from './confirm-invitation.ts';
import { grantRole } from './grant-role.ts';
import { invite } from './invite.ts';
import { getInvitationByToken } from './invitations.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { invitations, roleGrants, users } from './tables.server.ts';

const wang = { name: '王芳', contact: '13900000002', role: 'government-officer' as const, regionCode: binhu };
const chosen = { username: 'wangfang', password: 'correct horse battery', again: 'correct horse battery' };
const system = (db: Db, region = baohe) => as(db, 'system-admin', region);
const security = (db: Db, region = baohe) => as(db, 'security-admin', region);
const eventsOf = async (db: Db, id: string) =>
  (await db.select().from(records).where(eq(records.subjectId, id)).orderBy(records.id)).map((line) => line.event);

describe('an invitation', () => {
  test('confirmed by a second administrator and then accepted gives an account with its role', async ({ db }) => {
    const { id, token } = await invite(system(db), wang);
    await confirmInvitation(security(db), id);
    expect(await getInvitationByToken(ctxOf(db), token)).toMatchObject({ state: 'sent', name: '王芳' });
    expect(await acceptInvitation(ctxOf(db), token, chosen)).toEqual({ isEffective: true });

    const [user] = await db.select().from(users);
    expect(user).toMatchObject({ username: 'wangfang', phoneNumber: '13900000002', regionCode: binhu });
    expect(await db.select().from(roleGrants)).toMatchObject([
      { userId: user!.id, role: 'government-officer', regionCode: binhu, grantedBy: `security-admin-${baohe}` },
    ]);
    expect(await eventsOf(db, id)).toEqual(['invitation.made', 'invitation.confirmed', 'invitation.accepted']);
    expect(await eventsOf(db, user!.id)).toEqual(['account.created', 'role.granted']);
    expect((await getInvitationByToken(ctxOf(db), token)).state).toBe('effective');
  });

  test('accepted first gives no role until the second administrator confirms', async ({ db }) => {
    const { id, token } = await invite(system(db), wang);
    expect(await acceptInvitation(ctxOf(db), token, chosen)).toEqual({ isEffective: false });
    expect(await db.select().from(roleGrants)).toEqual([]);
    expect((await getInvitationByToken(ctxOf(db), token)).state).toBe('accepted');
    await confirmInvitation(security(db), id);
    expect(await db.select().from(roleGrants)).toHaveLength(1);
    await expect(confirmInvitation(security(db), id)).rejects.toThrow('invitation-settled');
  });

  test('never joins two of the three administrators in one person, however the roles come', async ({ db }) => {
    const { id, token } = await invite(system(db), { ...wang, role: 'audit-admin' });
    await acceptInvitation(ctxOf(db), token, chosen);
    const [user] = await db.select().from(users);
    await grantRole(security(db), user!.id, { role: 'system-admin', regionCode: binhu, organisationId: undefined });
    await expect(confirmInvitation(security(db), id)).rejects.toThrow('role-separated');
    expect((await db.select().from(roleGrants)).map(({ role }) => role)).toEqual(['system-admin']);
  });

  test('cannot be found in the database: only a hash of its token is kept', async ({ db }) => {
    const { token } = await invite(system(db), wang);
    const [row] = await db.select().from(invitations);
    expect(JSON.stringify(row)).not.toContain(token);
    await expect(getInvitationByToken(ctxOf(db), row!.tokenHash)).rejects.toThrow('invitation-unknown');
  });

  test('stays within the region of the administrator', async ({ db }) => {
    for (const regionCode of [hefei, neighbour, '*']) {
      await expect(invite(system(db), { ...wang, regionCode })).rejects.toThrow('not-allowed');
    }
    const { id } = await invite(system(db), wang);
    await expect(confirmInvitation(security(db, neighbour), id)).rejects.toThrow('not-allowed');
    await expect(revokeInvitation(system(db, neighbour), id)).rejects.toThrow('not-allowed');
  });

  test('is the system administrator’s, its role the security administrator’s', async ({ db }) => {
    await expect(invite(security(db), wang)).rejects.toThrow('not-allowed');
    await expect(invite(ctxOf(db), wang)).rejects.toThrow('sign-in-needed');
    const { id } = await invite(system(db), wang);
    await expect(confirmInvitation(system(db), id)).rejects.toThrow('not-allowed');
    await expect(confirmInvitation(as(db, 'audit-admin', baohe), id)).rejects.toThrow('not-allowed');
  });

  test('is not confirmed by the one who made or accepted it, whatever roles they have got since', async ({ db }) => {
    const { id } = await invite(system(db), wang);
    const inviter = ctxOf(db, person('security-admin', baohe, `system-admin-${baohe}`));
    await expect(confirmInvitation(inviter, id)).rejects.toThrow('grant-to-self');
  });

  test('withdrawn, used or run out opens nothing', async ({ db }) => {
    const first = await invite(system(db), wang);
    await revokeInvitation(system(db), first.id);
    await expect(acceptInvitation(ctxOf(db), first.token, chosen)).rejects.toThrow('invitation-over');
    await expect(revokeInvitation(system(db), first.id)).rejects.toThrow('invitation-settled');

    const second = await invite(system(db), wang);
    const weekLater = new Date(today.getTime() + 7 * 86_400_000);
    await expect(acceptInvitation(ctxOf(db, undefined, weekLater), second.token, chosen)).rejects.toThrow('invitation-over');
    await acceptInvitation(ctxOf(db), second.token, chosen);
    await expect(acceptInvitation(ctxOf(db), second.token, { ...chosen, username: 'other' })).rejects.toThrow('invitation-over');
    await expect(acceptInvitation(ctxOf(db), 'no-such-token', chosen)).rejects.toThrow('invitation-unknown');
    await expect(confirmInvitation(security(db, '*'), '0198a000-0000-7000-8000-000000000001')).rejects.toThrow('not-found');
  });

  test('does not take a user name or a contact that somebody has', async ({ db }) => {
    const first = await invite(system(db), wang);
    const second = await invite(system(db), { ...wang, contact: 'li@example.cn' });
    await acceptInvitation(ctxOf(db), first.token, chosen);
    await expect(acceptInvitation(ctxOf(db), second.token, chosen)).rejects.toThrow('username-taken');
    await expect(invite(system(db), wang)).rejects.toThrow('contact-taken');
    await expect(invite(system(db), { ...wang, contact: 'x@example.cn', role: 'organisation-agent' })).rejects.toThrow('organisation-needed');
    await expect(invite(as(db, 'system-admin', '*'), { ...wang, contact: 'x@example.cn', role: 'community-worker', regionCode: '*' })).rejects.toThrow('region-needed');
  });
});
