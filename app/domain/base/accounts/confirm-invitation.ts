import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { allow } from './access.ts';
import { addGrant } from './create-person.ts';
import { invitationState } from './model.ts';
import { invitations } from './tables.server.ts';

/**
 * 确认授权: a security administrator confirms the role an invitation names. Invited and confirmed by two people, so nobody
 * makes an account for themselves alone. If the person has accepted already, the role counts from now on.
 */
export function confirmInvitation(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const [invitation] = await tx.db.select().from(invitations).where(eq(invitations.id, id)).for('update');
    allow(tx, 'role.grant', { regionCode: invitation?.regionCode ?? '*' });
    if (!invitation) throw new Refusal('not-found', 404);
    const state = invitationState(invitation, tx.now);
    if (state !== 'unconfirmed' && state !== 'accepted') throw new Refusal('invitation-settled');
    if (invitation.invitedBy === tx.actor.id || invitation.acceptedBy === tx.actor.id) throw new Refusal('grant-to-self', 403);

    await tx.db.update(invitations).set({ confirmedBy: tx.actor.id, confirmedAt: tx.now }).where(eq(invitations.id, id));
    const { acceptedBy: userId, role, regionCode, organisationId } = invitation;
    if (userId) await addGrant(tx, { userId, role, regionCode, organisationId, grantedBy: tx.actor.id });
    await tx.record('invitation.confirmed', invitation, { role });
  });
}
