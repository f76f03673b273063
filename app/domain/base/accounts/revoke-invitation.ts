import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { allow } from './access.ts';
import { invitationState } from './model.ts';
import { invitations } from './tables.server.ts';

/** 撤回邀请: the link stops working; an account made from it stays and is disabled on its own page. */
export function revokeInvitation(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const [invitation] = await tx.db.select().from(invitations).where(eq(invitations.id, id)).for('update');
    allow(tx, 'account.invite', { regionCode: invitation?.regionCode ?? '*' });
    if (!invitation) throw new Refusal('not-found', 404);
    const state = invitationState(invitation, tx.now);
    if (state === 'revoked' || state === 'effective') throw new Refusal('invitation-settled');
    await tx.db.update(invitations).set({ revokedAt: tx.now }).where(eq(invitations.id, id));
    await tx.record('invitation.revoked', invitation);
  });
}
