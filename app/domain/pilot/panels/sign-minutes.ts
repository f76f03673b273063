import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { lockedMeeting } from './hold-meeting.ts';
import { getMeeting } from './read.ts';
import { seatEverybody } from './seat-everybody.ts';
import { panelMeetings, panelMinutes } from './tables.server.ts';

/** 签署纪要: by the chair, as they were read (their fingerprint); every item voted on, nobody in conflict. Nothing changes them afterwards. */
export function signMinutes(ctx: Ctx, id: string, { hash }: { hash: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const { regionCode, state } = await lockedMeeting(tx, id);
    allow(tx, 'panel.sit', { regionCode });
    const before = await getMeeting(tx, id);
    if (!before.members.some(({ userId, role, isPresent }) => userId === tx.actor.id && role === 'chair' && isPresent)) throw new Refusal('panel-not-chair', 403);
    if (state !== 'open') throw new Refusal('meeting-not-open');
    if ((await seatEverybody(tx, id)) > 0) throw new Refusal('panel-conflict-arose');
    if (before.items.some(({ proposal }) => proposal === null)) throw new Refusal('panel-no-proposal');
    if (before.items.some(({ tally }) => tally.result === 'open')) throw new Refusal('panel-votes-open');
    if (before.hash !== hash) throw new Refusal('changed-meanwhile');

    await tx.db.update(panelMeetings).set({ state: 'signed' }).where(eq(panelMeetings.id, id));
    await tx.db.insert(panelMinutes).values({ meetingId: id, content: before.minutes, hash, signedBy: tx.actor.id, signedByName: tx.actor.name, signedAt: tx.now });
    await tx.record('panel.signed', { id, regionCode }, { title: before.meeting.title, hash, items: before.items.length });
  });
}
