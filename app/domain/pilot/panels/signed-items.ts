import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Minutes } from './model.ts';
import { panelItems, panelMeetings, panelMinutes } from './tables.server.ts';

/** 会议结论 about one application, out of signed minutes. */
export type SignedItem = Minutes['items'][number] & { meetingId: string; title: string; heldOn: string };

/** 已签署的议题: what a panel last said about each of these applications; drafts of minutes say nothing. */
export async function signedItems(ctx: Ctx, applicationIds: readonly string[]): Promise<Map<string, SignedItem>> {
  const rows = await ctx.db
    .select({
      applicationId: panelItems.applicationId, meetingId: panelMeetings.id, title: panelMeetings.title, heldOn: panelMeetings.heldOn,
      item: sql<Minutes['items'][number] | null>`(select item from jsonb_array_elements(${panelMinutes.content} -> 'items') as item where item ->> 'applicationId' = ${panelItems.applicationId}::text)`,
    })
    .from(panelItems)
    .innerJoin(panelMeetings, eq(panelMeetings.id, panelItems.meetingId))
    .innerJoin(panelMinutes, eq(panelMinutes.meetingId, panelItems.meetingId))
    .where(and(inArray(panelItems.applicationId, [...applicationIds]), eq(panelMeetings.state, 'signed')))
    .orderBy(asc(panelMinutes.signedAt));
  return new Map(rows.flatMap(({ item, ...row }) => (item ? [[row.applicationId, { ...item, ...row }] as const] : [])));
}
