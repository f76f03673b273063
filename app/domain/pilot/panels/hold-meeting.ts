import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { Change } from '#app/platform/change.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { seesMeeting } from './sees-meeting.ts';
import { panelItems, panelMeetings } from './tables.server.ts';

export type Meeting = typeof panelMeetings.$inferSelect;

/** 占住评审会: held for the office until the change is over. */
export async function holdMeeting(tx: Change, id: string): Promise<Meeting> {
  const meeting = await lockedMeeting(tx, id);
  allow(tx, 'panel.edit', meeting);
  return meeting;
}

/** The same for whoever sees the meeting, its members too: what they may do there is asked by the caller. Signed or called off, it is closed. */
export async function lockedMeeting(tx: Change, id: string): Promise<Meeting> {
  const [meeting] = isId(id) ? await tx.db.select().from(panelMeetings).where(and(eq(panelMeetings.id, id), seesMeeting(tx))).for('update') : [];
  if (!meeting) throw new Refusal(tx.actor.id === '' ? 'sign-in-needed' : 'meeting-not-found', tx.actor.id === '' ? 401 : 404);
  if (meeting.state === 'signed' || meeting.state === 'cancelled') throw new Refusal('meeting-over');
  return meeting;
}

/** 议题 with its meeting, which is held. */
export async function lockedItem(tx: Change, itemId: string) {
  const [item] = isId(itemId) ? await tx.db.select().from(panelItems).where(eq(panelItems.id, itemId)) : [];
  if (!item) throw new Refusal('panel-item-not-found', 404);
  return { item, meeting: await lockedMeeting(tx, item.meetingId) };
}
