import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdMeeting } from './hold-meeting.ts';
import type { MeetingInput } from './input.ts';
import { hasVote } from './model.ts';
import { seatEverybody } from './seat-everybody.ts';
import { panelItems, panelMeetings, panelMembers } from './tables.server.ts';

/** 安排评审会 of one call. */
export function planMeeting(ctx: Ctx, callId: string, input: MeetingInput): Promise<string> {
  return change(ctx, async (tx) => {
    const [call] = isId(callId) ? await tx.db.select().from(calls).where(eq(calls.id, callId)) : [];
    if (!call) throw new Refusal('call-not-found', 404);
    allow(tx, 'panel.edit', call);
    const [made] = await tx.db
      .insert(panelMeetings)
      .values({ callId, regionCode: call.regionCode, ...input, createdBy: tx.actor.id, createdByName: tx.actor.name, createdAt: tx.now })
      .returning({ id: panelMeetings.id });
    await tx.record('panel.planned', { id: made!.id, regionCode: call.regionCode }, { title: input.title, heldOn: input.heldOn, callId });
    return made!.id;
  });
}

/** 改期改地点: until the minutes are signed; members are told. */
export function editMeeting(ctx: Ctx, id: string, input: MeetingInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { regionCode, heldOn, heldAt, place } = await holdMeeting(tx, id);
    await tx.db.update(panelMeetings).set(input).where(eq(panelMeetings.id, id));
    const isMoved = heldOn !== input.heldOn || heldAt !== input.heldAt || place !== input.place;
    await tx.record(isMoved ? 'panel.moved' : 'panel.edited', { id, regionCode }, { title: input.title, heldOn: input.heldOn, heldAt: input.heldAt, place: input.place });
  });
}

/** 取消评审会: with the reason; members are told. */
export function cancelMeeting(ctx: Ctx, id: string, { reason }: { reason: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const { regionCode, title } = await holdMeeting(tx, id);
    await tx.db.update(panelMeetings).set({ state: 'cancelled', cancelReason: reason }).where(eq(panelMeetings.id, id));
    await tx.record('panel.cancelled', { id, regionCode }, { title, reason });
  });
}

/** 开会: a chair, an agenda, and as many with a vote as the quorum asks. */
export function openMeeting(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { regionCode, title, quorum, state } = await holdMeeting(tx, id);
    if (state !== 'planned') throw new Refusal('meeting-open');
    const present = await tx.db.select({ role: panelMembers.role }).from(panelMembers).where(and(eq(panelMembers.meetingId, id), eq(panelMembers.isPresent, true)));
    if (!present.some(({ role }) => role === 'chair')) throw new Refusal('panel-chair-missing');
    if (present.filter(({ role }) => hasVote(role)).length < quorum) throw new Refusal('panel-quorum-missing');
    const agenda = await tx.db.select({ id: panelItems.id }).from(panelItems).where(eq(panelItems.meetingId, id));
    if (agenda.length === 0) throw new Refusal('panel-agenda-empty');
    await tx.db.update(panelMeetings).set({ state: 'open' }).where(eq(panelMeetings.id, id));
    await seatEverybody(tx, id);
    await tx.record('panel.opened', { id, regionCode }, { title, present: present.length, items: agenda.length });
  });
}
