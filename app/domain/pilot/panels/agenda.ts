import { and, eq, inArray, isNotNull, max } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdMeeting, lockedItem } from './hold-meeting.ts';
import type { ProposalInput } from './input.ts';
import { judge } from './judged.ts';
import { seatEverybody } from './seat-everybody.ts';
import { panelItems, panelSeats } from './tables.server.ts';

/** 列入议程: applications of this call whose reviews are all in or taken back, decided ones too when they are looked at again. */
export function addItems(ctx: Ctx, meetingId: string, applicationIds: readonly string[]): Promise<void> {
  return change(ctx, async (tx) => {
    const { regionCode, callId, state } = await holdMeeting(tx, meetingId);
    const found = await tx.db.select({ id: applications.id, number: applications.number, callId: applications.callId, status: applications.status }).from(applications).where(inArray(applications.id, [...applicationIds]));
    if (found.length < new Set(applicationIds).size || found.some((one) => one.callId !== callId)) throw new Refusal('panel-item-other-call');
    if (found.some(({ status }) => !['in-review', 'accepted', 'declined'].includes(status))) throw new Refusal('application-not-in-review');
    const judged = await judge(tx, applicationIds);
    if (judged.some(({ unfinished }) => unfinished > 0)) throw new Refusal('reviews-unfinished');

    const [last] = await tx.db.select({ position: max(panelItems.position) }).from(panelItems).where(eq(panelItems.meetingId, meetingId));
    const after = (last?.position ?? 0) + 1;
    const added = await tx.db
      .insert(panelItems)
      .values(judged.map(({ id }, at) => ({ meetingId, applicationId: id, position: after + at })))
      .onConflictDoNothing()
      .returning({ id: panelItems.id });
    if (added.length === 0) throw new Refusal('panel-item-known');
    if (state === 'open') await seatEverybody(tx, meetingId);
    await tx.record('panel.items-added', { id: meetingId, regionCode }, { numbers: judged.map(({ number }) => number) });
  });
}

/** 移出议程: before anybody has voted on it. */
export function removeItem(ctx: Ctx, itemId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { item, meeting } = await lockedItem(tx, itemId);
    allow(tx, 'panel.edit', meeting);
    const cast = await tx.db.select({ vote: panelSeats.vote }).from(panelSeats).where(and(eq(panelSeats.itemId, itemId), isNotNull(panelSeats.vote))).limit(1);
    if (cast.length > 0) throw new Refusal('panel-member-voted');
    await tx.db.delete(panelItems).where(eq(panelItems.id, itemId));
    await tx.record('panel.item-removed', { id: meeting.id, regionCode: meeting.regionCode }, { applicationId: item.applicationId });
  });
}

/** 提案: what is put to the vote and what was said; another proposal is another vote. */
export function propose(ctx: Ctx, itemId: string, input: ProposalInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { item, meeting } = await lockedItem(tx, itemId);
    allow(tx, 'panel.edit', meeting);
    await tx.db.update(panelItems).set(input).where(eq(panelItems.id, itemId));
    const isOther = item.proposal !== input.proposal || item.clearsNegative !== input.clearsNegative;
    if (isOther && meeting.state === 'open') await tx.db.update(panelSeats).set({ vote: null, votedAt: null, votedBy: null }).where(and(eq(panelSeats.itemId, itemId), isNotNull(panelSeats.vote)));
    await tx.record('panel.proposed', { id: meeting.id, regionCode: meeting.regionCode }, { applicationId: item.applicationId, proposal: input.proposal, clearsNegative: input.clearsNegative });
  });
}
