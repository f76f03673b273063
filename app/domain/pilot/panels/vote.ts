import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { keepTie } from '#app/domain/pilot/conflicts/keep-tie.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdMeeting, lockedItem, type Meeting } from './hold-meeting.ts';
import type { RecuseInput, VoteInput } from './input.ts';
import { seatEverybody } from './seat-everybody.ts';
import { panelMembers, panelSeats } from './tables.server.ts';

/** 表决: one's own vote, or what the office writes down for somebody who raised their hand; it may be changed until the minutes are signed. */
export function castVote(ctx: Ctx, itemId: string, { userId, vote }: VoteInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { item, meeting } = await lockedItem(tx, itemId);
    await actsFor(tx, meeting, userId);
    if (meeting.state !== 'open') throw new Refusal('meeting-not-open');
    if (item.proposal === null) throw new Refusal('panel-no-proposal');
    const [seat] = await tx.db
      .update(panelSeats)
      .set({ vote, votedAt: tx.now, votedBy: tx.actor.id })
      .where(and(eq(panelSeats.itemId, itemId), eq(panelSeats.userId, userId)))
      .returning({ userId: panelSeats.userId });
    if (!seat) throw new Refusal('panel-no-seat');
    await tx.record('panel.voted', { id: meeting.id, regionCode: meeting.regionCode }, { applicationId: item.applicationId, userId, vote });
  });
}

/** 会上回避: said at the meeting; it holds for this application from now on, here and everywhere. */
export function recuse(ctx: Ctx, itemId: string, { userId, reason }: RecuseInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { item, meeting } = await lockedItem(tx, itemId);
    await actsFor(tx, meeting, userId);
    const source = userId === tx.actor.id ? 'declared' : 'recorded';
    await keepTie(tx, { expertId: userId, kind: 'other-declared', source, reason, tiedTo: { applicationId: item.applicationId } });
    await seatEverybody(tx, meeting.id);
    await tx.record('panel.recused', { id: meeting.id, regionCode: meeting.regionCode }, { applicationId: item.applicationId, userId, reason });
  });
}

/** 再查回避: ties that arose since the seats were given. */
export function recheckSeats(ctx: Ctx, meetingId: string): Promise<number> {
  return change(ctx, async (tx) => {
    const { regionCode } = await holdMeeting(tx, meetingId);
    const found = await seatEverybody(tx, meetingId);
    await tx.record('panel.seats-checked', { id: meetingId, regionCode }, { recused: found });
    return found;
  });
}

/** A member for themselves, the office for any member; the meeting does not exist for others. */
async function actsFor(tx: Change, meeting: Meeting, userId: string): Promise<void> {
  const [member] = await tx.db.select({ userId: panelMembers.userId }).from(panelMembers).where(and(eq(panelMembers.meetingId, meeting.id), eq(panelMembers.userId, userId)));
  if (userId === tx.actor.id && member) return allow(tx, 'panel.sit', meeting);
  allow(tx, 'panel.edit', meeting);
  if (!member) throw new Refusal('panel-member-not-found', 404);
}
