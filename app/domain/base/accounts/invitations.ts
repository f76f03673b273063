import { and, eq, gt, isNotNull, isNull, or } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { together } from '#app/platform/together.ts';
import { allowAnywhere } from './access.ts';
import type { InvitationFilter } from './input.ts';
import { invitationState, type InvitationState, type Role } from './model.ts';
import { namesOf } from './people.ts';
import { within } from './scope.ts';
import { hashToken } from './session-token.ts';
import { invitations } from './tables.server.ts';

/** 邀请 behind a link; whoever has the link may see it. */
export async function getInvitationByToken(ctx: Ctx, token: string) {
  const [invitation] = await ctx.db.select().from(invitations).where(eq(invitations.tokenHash, hashToken(token)));
  if (!invitation) throw new Refusal('invitation-unknown', 404);
  return { ...invitation, state: invitationState(invitation, ctx.now) };
}

export type InvitationLine = {
  id: string; name: string; contact: string; role: Role; region: string; by: string; createdAt: Date; expiresAt: Date; state: InvitationState;
};

/** Whose role waits to be confirmed. */
function isWaiting(ctx: Ctx) {
  const isAlive = or(isNotNull(invitations.acceptedAt), gt(invitations.expiresAt, ctx.now));
  return and(isNull(invitations.confirmedAt), isNull(invitations.revokedAt), isAlive);
}

/** 待确认的邀请数, counted no further than a hundred. */
export async function countToConfirm(ctx: Ctx): Promise<number> {
  const inScope = within(ctx, 'role.grant', invitations.regionCode);
  return (await together(ctx, ctx.db.select({ id: invitations.id }).from(invitations).where(and(isWaiting(ctx), inScope)).limit(100))).length;
}

/** 邀请列表: within the administrator's region, newest first; `waiting` shows those whose role waits to be confirmed. */
export async function listInvitations(ctx: Ctx, filter: InvitationFilter): Promise<Page<InvitationLine>> {
  allowAnywhere(ctx, 'account.list');
  const step = keyset(invitations.id, filter);
  const found = await ctx.db
    .select()
    .from(invitations)
    .where(
      and(
        within(ctx, 'account.list', invitations.regionCode),
        filter.role ? eq(invitations.role, filter.role) : undefined,
        inside(invitations.regionCode, filter.region),
        filter.state === 'waiting' ? isWaiting(ctx) : undefined,
        step.where,
      ),
    )
    .orderBy(step.order)
    .limit(step.limit);
  const page = pageOf(found, filter, (row) => row.id);
  const placeOf = await placeNames(ctx, page.rows.map((row) => row.regionCode));
  const names = await namesOf(ctx, page.rows.map((row) => row.invitedBy));
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      name: row.name,
      contact: row.contact,
      role: row.role,
      region: placeOf(row.regionCode),
      by: names.get(row.invitedBy) ?? '',
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      state: invitationState(row, ctx.now),
    })),
  };
}
