import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { panelMeetings, panelMembers } from './tables.server.ts';

/** 可见的评审会: the office of the region, and whoever was called into it; for anybody else it does not exist. */
export function seesMeeting(ctx: Ctx): SQL {
  if (ctx.actor.id === '') return sql`false`;
  const mine = ctx.db.select({ id: panelMembers.meetingId }).from(panelMembers).where(and(eq(panelMembers.meetingId, panelMeetings.id), eq(panelMembers.userId, ctx.actor.id)));
  return or(within(ctx, 'panel.edit', panelMeetings.regionCode), mayAnywhere(ctx.actor, 'panel.sit') ? exists(mine) : sql`false`)!;
}
