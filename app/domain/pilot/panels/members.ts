import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { findByLogin } from '#app/domain/base/accounts/people.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { experts } from '#app/domain/pilot/experts/tables.server.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdMeeting, type Meeting } from './hold-meeting.ts';
import type { MemberInput } from './input.ts';
import { seatEverybody } from './seat-everybody.ts';
import { panelItems, panelMembers, panelSeats } from './tables.server.ts';

/** 增加与会人员: an officer of the programme or a verified expert; one chair. */
export function addMember(ctx: Ctx, meetingId: string, { account, role }: MemberInput): Promise<void> {
  return change(ctx, async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    const { id, name } = await personFor(tx, account, meeting);
    const known = await tx.db.select({ userId: panelMembers.userId, role: panelMembers.role }).from(panelMembers).where(eq(panelMembers.meetingId, meetingId));
    if (known.some(({ userId }) => userId === id)) throw new Refusal('panel-member-known');
    if (role === 'chair' && known.some((one) => one.role === 'chair')) throw new Refusal('panel-chair-known');
    await tx.db.insert(panelMembers).values({ meetingId, userId: id, name, role, addedAt: tx.now });
    if (meeting.state === 'open') await seatEverybody(tx, meetingId);
    await tx.record('panel.member-added', { id: meetingId, regionCode: meeting.regionCode }, { userId: id, name, role });
  });
}

async function personFor(tx: Change, account: string, { regionCode }: Meeting) {
  const [byId] = await tx.db.select({ id: users.id, name: users.name }).from(users).where(and(eq(users.id, account), isNull(users.disabledAt)));
  const person = byId ?? (await findByLogin(tx, account));
  if (!person) throw new Refusal('panel-member-not-found', 404);
  const held = await tx.db.select({ role: roleGrants.role, regionCode: roleGrants.regionCode, organisationId: roleGrants.organisationId }).from(roleGrants).where(eq(roleGrants.userId, person.id));
  if (!may({ ...person, grants: held }, 'panel.sit', { regionCode })) throw new Refusal('panel-member-role-missing');
  const [expert] = await tx.db.select({ standing: experts.standing }).from(experts).where(eq(experts.userId, person.id));
  if (expert && expert.standing !== 'verified') throw new Refusal('panel-expert-not-verified');
  return person;
}

/** 移除与会人员: before they have voted. */
export function removeMember(ctx: Ctx, meetingId: string, userId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    await getMember(tx, meetingId, userId);
    await refuseIfVoted(tx, meetingId, userId);
    await tx.db.delete(panelMembers).where(and(eq(panelMembers.meetingId, meetingId), eq(panelMembers.userId, userId)));
    if (meeting.state === 'open') await seatEverybody(tx, meetingId);
    await tx.record('panel.member-removed', { id: meetingId, regionCode: meeting.regionCode }, { userId });
  });
}

/** 签到: who is there; only those sit and vote. */
export function notePresence(ctx: Ctx, meetingId: string, { userId, isPresent }: { userId: string; isPresent: boolean }): Promise<void> {
  return change(ctx, async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    await getMember(tx, meetingId, userId);
    if (!isPresent) await refuseIfVoted(tx, meetingId, userId);
    await tx.db.update(panelMembers).set({ isPresent }).where(and(eq(panelMembers.meetingId, meetingId), eq(panelMembers.userId, userId)));
    if (meeting.state === 'open') await seatEverybody(tx, meetingId);
    await tx.record('panel.presence-noted', { id: meetingId, regionCode: meeting.regionCode }, { userId, isPresent });
  });
}

async function getMember(tx: Change, meetingId: string, userId: string) {
  const [member] = await tx.db.select().from(panelMembers).where(and(eq(panelMembers.meetingId, meetingId), eq(panelMembers.userId, userId)));
  if (!member) throw new Refusal('panel-member-not-found', 404);
  return member;
}

async function refuseIfVoted(tx: Change, meetingId: string, userId: string): Promise<void> {
  const agenda = tx.db.select({ id: panelItems.id }).from(panelItems).where(eq(panelItems.meetingId, meetingId));
  const cast = await tx.db.select({ vote: panelSeats.vote }).from(panelSeats).where(and(inArray(panelSeats.itemId, agenda), eq(panelSeats.userId, userId), isNotNull(panelSeats.vote))).limit(1);
  if (cast.length > 0) throw new Refusal('panel-member-voted');
}
