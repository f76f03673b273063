import { randomBytes } from 'node:crypto';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { allow } from './access.ts';
import { Invite } from './input.ts';
import { invitationDays, isPlaceless } from './model.ts';
import { hashToken } from './session-token.ts';
import { invitations } from './tables.server.ts';
import { findTaken } from './taken.ts';

/**
 * 邀请: a system administrator names a person and the role they should have within the administrator's own region.
 * The role counts once a security administrator has confirmed it. The token is told once and kept as a hash.
 */
export function invite(ctx: Ctx, input: Invite): Promise<{ id: string; token: string }> {
  const wanted = Invite.parse(input);
  return change(ctx, async (tx) => {
    allow(tx, 'account.invite', { regionCode: wanted.regionCode });
    if (wanted.role === 'organisation-agent' && !wanted.organisationId) throw new Refusal('organisation-needed', 400);
    if (isPlaceless(wanted)) throw new Refusal('region-needed', 400);
    if (await findTaken(tx, { email: wanted.contact, phone: wanted.contact })) throw new Refusal('contact-taken');
    return writeInvitation(tx, { ...wanted, confirmedBy: null });
  });
}

type Wanted = ReturnType<typeof Invite.parse> & { confirmedBy: string | null };

/** Writes the invitation and its record; the caller has asked for permission. */
export async function writeInvitation(tx: Change, wanted: Wanted): Promise<{ id: string; token: string }> {
  const token = randomBytes(24).toString('base64url');
  const { name, contact, role, regionCode, confirmedBy } = wanted;
  const [row] = await tx.db
    .insert(invitations)
    .values({
      tokenHash: hashToken(token),
      name,
      contact,
      role,
      regionCode,
      organisationId: wanted.organisationId ?? null,
      invitedBy: tx.actor.id,
      createdAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + invitationDays * 86_400_000),
      confirmedBy,
      confirmedAt: confirmedBy ? tx.now : null,
    })
    .returning({ id: invitations.id });
  await tx.record('invitation.made', { id: row!.id, regionCode }, { name, role, regionCode });
  return { id: row!.id, token };
}
