import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { allowAnywhere, may, mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { judge } from './judged.ts';
import { type Minutes, tallyOf } from './model.ts';
import { fingerprint } from './fingerprint.ts';
import { seesMeeting } from './sees-meeting.ts';
import { panelItems, panelMeetings, panelMembers, panelMinutes, panelRecusals, panelSeats } from './tables.server.ts';

/** 评审会一览, newest first. */
export async function listMeetings(ctx: Ctx, cursor: Cursor = {}) {
  if (!mayAnywhere(ctx.actor, 'panel.sit')) allowAnywhere(ctx, 'panel.edit');
  const { where, order, limit } = keyset(panelMeetings.id, cursor);
  const rows = await ctx.db
    .select({
      id: panelMeetings.id, title: panelMeetings.title, callTitle: calls.title, callTitleEn: calls.titleEn, heldOn: panelMeetings.heldOn, heldAt: panelMeetings.heldAt,
      place: panelMeetings.place, isRemote: panelMeetings.isRemote, state: panelMeetings.state,
      items: sql<number>`(select count(*)::int from ${panelItems} where ${panelItems.meetingId} = ${panelMeetings.id})`,
    })
    .from(panelMeetings)
    .innerJoin(calls, eq(calls.id, panelMeetings.callId))
    .where(and(seesMeeting(ctx), where))
    .orderBy(order)
    .limit(limit);
  return pageOf(rows, cursor, (row) => row.id);
}

/** 评审会: agenda, seats, votes and recusals; whoever is recused from an item reads nothing of it but that. */
export async function getMeeting(ctx: Ctx, id: string) {
  const [row] = isId(id)
    ? await ctx.db.select({ meeting: panelMeetings, call: calls }).from(panelMeetings).innerJoin(calls, eq(calls.id, panelMeetings.callId)).where(and(eq(panelMeetings.id, id), seesMeeting(ctx)))
    : [];
  if (!row) throw new Refusal(ctx.actor.id === '' ? 'sign-in-needed' : 'meeting-not-found', ctx.actor.id === '' ? 401 : 404);
  const { meeting, call } = row;
  const members = await ctx.db.select().from(panelMembers).where(eq(panelMembers.meetingId, id)).orderBy(asc(panelMembers.addedAt), asc(panelMembers.userId));
  const items = await itemsOf(ctx, id, meeting.quorum);
  const [signed] = await ctx.db.select().from(panelMinutes).where(eq(panelMinutes.meetingId, id));
  const minutes = signed?.content ?? minutesOf(meeting, call, members, items);
  return {
    meeting, call: { id: call.id, title: call.title, titleEn: call.titleEn }, members, signed: signed ?? null, hash: fingerprint(minutes),
    canEdit: may(ctx.actor, 'panel.edit', meeting), me: ctx.actor.id,
    items: items.map((item) => (item.recusals.some(({ userId }) => userId === ctx.actor.id) ? { ...item, judged: null, discussion: '', seats: [] } : item)),
    minutes,
  };
}

export type MeetingRead = Awaited<ReturnType<typeof getMeeting>>;
type Item = Awaited<ReturnType<typeof itemsOf>>[number];

async function itemsOf(ctx: Ctx, meetingId: string, quorum: number) {
  const items = await ctx.db.select().from(panelItems).where(eq(panelItems.meetingId, meetingId)).orderBy(asc(panelItems.position));
  const ids = items.map(({ id }) => id);
  const judged = await judge(ctx, items.map(({ applicationId }) => applicationId));
  const seats = ids.length === 0 ? [] : await ctx.db
    .select({ itemId: panelSeats.itemId, userId: panelSeats.userId, name: users.name, vote: panelSeats.vote, votedBy: panelSeats.votedBy })
    .from(panelSeats)
    .innerJoin(users, eq(users.id, panelSeats.userId))
    .where(inArray(panelSeats.itemId, ids))
    .orderBy(asc(users.name), asc(users.id));
  const recusals = ids.length === 0 ? [] : await ctx.db
    .select({ itemId: panelRecusals.itemId, userId: panelRecusals.userId, name: users.name, kind: panelRecusals.kind, reason: panelRecusals.reason })
    .from(panelRecusals)
    .innerJoin(users, eq(users.id, panelRecusals.userId))
    .where(inArray(panelRecusals.itemId, ids))
    .orderBy(asc(users.name));
  return items.map((item) => {
    const own = seats.filter(({ itemId }) => itemId === item.id);
    const about = judged.find(({ id }) => id === item.applicationId)!;
    return {
      ...item, number: about.number, unitName: about.unitName, judged: about as typeof about | null, seats: own,
      recusals: recusals.filter(({ itemId }) => itemId === item.id), tally: tallyOf(own, quorum),
    };
  });
}

/** 纪要稿: what the chair would sign now. */
function minutesOf(meeting: typeof panelMeetings.$inferSelect, call: typeof calls.$inferSelect, members: (typeof panelMembers.$inferSelect)[], items: readonly Item[]): Minutes {
  const { title, heldOn, heldAt, place, isRemote, quorum } = meeting;
  return {
    title, heldOn, heldAt, place, isRemote, quorum, call: { zh: call.title, en: call.titleEn || call.title },
    members: members.map(({ userId, name, role, isPresent }) => ({ userId, name, role, isPresent })),
    items: items.map(({ applicationId, number, unitName, proposal, clearsNegative, discussion, tally, seats, recusals }) => ({
      applicationId, number, unit: unitName, proposal: proposal ?? 'declined', clearsNegative, discussion, tally,
      votes: seats.flatMap(({ name, vote }) => (vote ? [{ name, vote }] : [])), recusals: recusals.map(({ name, kind, reason }) => ({ name, kind, reason })),
    })),
  };
}
