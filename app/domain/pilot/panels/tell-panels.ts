import { and, eq, isNull } from 'drizzle-orm';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import type { Params } from '#app/domain/base/inbox/model.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { tellPeople } from '#app/domain/pilot/applications/tell-applicants.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { panelMeetings, panelMembers } from './tables.server.ts';

/** 告知与会人员: called into a meeting, or it was moved or called off; `only` is one of them, else all hear it. */
export async function tellMembers(ctx: Ctx, meetingId: string, kind: 'panel-invited' | 'panel-moved' | 'panel-cancelled', cause: string, only?: string): Promise<string> {
  const [meeting] = await ctx.db.select().from(panelMeetings).where(eq(panelMeetings.id, meetingId));
  if (!meeting) return '';
  const called = await ctx.db
    .select({ userId: panelMembers.userId })
    .from(panelMembers)
    .innerJoin(users, and(eq(users.id, panelMembers.userId), isNull(users.disabledAt)))
    .where(and(eq(panelMembers.meetingId, meetingId), only === undefined ? undefined : eq(panelMembers.userId, only)));
  const { title, heldOn, heldAt, place, cancelReason } = meeting;
  const params: Params = kind === 'panel-cancelled' ? { title, reason: cancelReason } : { title, day: `${heldOn} ${heldAt}`, place };
  return String(await tell(ctx, called.map(({ userId }) => userId), kind, params, `/desk/panels/${meetingId}`, cause));
}

/** 告知复议: the people behind an application hear that its decision is looked at again, and what came of it. */
export async function tellReconsidered(ctx: Ctx, applicationId: string, kind: 'decision-reconsidering' | 'decision-reconsidered', cause: string): Promise<string> {
  const [row] = await ctx.db
    .select({ number: applications.number, unit: regions.name })
    .from(applications)
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .where(eq(applications.id, applicationId));
  return row ? String(await tellPeople(ctx, kind, [{ id: applicationId, params: row, link: `/apply/${applicationId}/decision`, cause }])) : '';
}
