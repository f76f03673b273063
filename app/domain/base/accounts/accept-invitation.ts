import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { addGrant, openAccount } from './create-person.ts';
import type { AcceptInvitation } from './input.ts';
import { invitationState, isMobileNumber } from './model.ts';
import { hashToken } from './session-token.ts';
import { invitations } from './tables.server.ts';

/** 接受邀请: whoever has the link chooses a user name and a password; the role counts if it is confirmed already. */
export async function acceptInvitation(ctx: Ctx, token: string, input: AcceptInvitation): Promise<{ isEffective: boolean }> {
  await limit(ctx, `invitation:${ctx.address ?? 'unknown'}`, 30, 15 * 60);
  return change(ctx, async (tx) => {
    const [invitation] = await tx.db.select().from(invitations).where(eq(invitations.tokenHash, hashToken(token))).for('update');
    if (!invitation) throw new Refusal('invitation-unknown', 404);
    const state = invitationState(invitation, tx.now);
    if (state !== 'sent' && state !== 'unconfirmed') throw new Refusal('invitation-over', 410);

    const { name, contact, role, regionCode, organisationId, confirmedBy } = invitation;
    const userId = await openAccount(tx, {
      name,
      username: input.username,
      password: input.password,
      ...(isMobileNumber(contact) ? { phone: contact } : contact.includes('@') ? { email: contact } : {}),
      regionCode,
    });
    if (confirmedBy) await addGrant(tx, { userId, role, regionCode, organisationId, grantedBy: confirmedBy });
    await tx.db.update(invitations).set({ acceptedBy: userId, acceptedAt: tx.now }).where(eq(invitations.id, invitation.id));
    await tx.record('invitation.accepted', invitation, { userId });
    return { isEffective: confirmedBy !== null };
  });
}
