import { eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { invitationState } from './model.ts';
import { hashToken } from './session-token.ts';
import { invitations } from './tables.server.ts';

/** 邀请 behind a link; whoever has the link may see it. */
export async function getInvitationByToken(ctx: Ctx, token: string) {
  const [invitation] = await ctx.db.select().from(invitations).where(eq(invitations.tokenHash, hashToken(token)));
  if (!invitation) throw new Refusal('invitation-unknown', 404);
  return { ...invitation, state: invitationState(invitation, ctx.now) };
}
