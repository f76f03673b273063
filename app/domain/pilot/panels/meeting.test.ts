import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { experts } from '#app/domain/pilot/experts/tables.server.ts';
import { keepTie } from '#app/domain/pilot/conflicts/keep-tie.ts';
import { change } from '#app/platform/change.ts';
import { anApplication, aUser } from '#tests/cycle.ts';
import { aMeeting, anOfficer, aSignedMeeting, meetingInput, officer } from '#tests/meetings.ts';
import { aReview, anExpert, assign, eventsOf, expert, office } from '#tests/reviews.ts';
import { as, baohe, ctxOf, neighbour, test } from '#tests/world.ts';
import { addItems, propose, removeItem } from './agenda.ts';
import { addMember, notePresence, removeMember } from './members.ts';
import { cancelMeeting, editMeeting, openMeeting, planMeeting } from './plan-meeting.ts';
import { getMeeting, listMeetings } from './read.ts';
import { signMinutes } from './sign-minutes.ts';
import { panelMinutes, panelSeats } from './tables.server.ts';
import { castVote, recheckSeats, recuse } from './vote.ts';

async function reviewed(db: Db) {
  const id = await anApplication(db, { status: 'complete' });
  await aReview(db, id, await anExpert(db, 'a'), '80');
  await aReview(db, id, await anExpert(db, 'b'), '70');
  return id;
}
const proposal = { proposal: 'accepted' as const, clearsNegative: false, discussion: '讨论充分。' };
const itemOf = async (db: Db, id: string) => (await getMeeting(office(db), id)).items[0]!;

describe('a panel meeting', () => {
  test('goes from its plan to minutes that the chair signs, with a record of each step', async ({ db }) => {
    const application = await reviewed(db);
    const id = await aMeeting(db, [application]);
    await editMeeting(office(db), id, { ...meetingInput, place: '合肥市政务中心 302' });
    await aSignedMeeting(db, id);
    const { signed, meeting, items } = await getMeeting(officer(db, 'chair'), id);
    expect(meeting.state).toBe('signed');
    expect(items[0]!.tally).toEqual({ for: 3, against: 0, abstain: 0, seated: 3, result: 'carried' });
    expect(signed!.content).toMatchObject({ place: '合肥市政务中心 302', items: [{ applicationId: application, proposal: 'accepted', votes: [{ vote: 'for' }, { vote: 'for' }, { vote: 'for' }] }] });
    const events = await eventsOf(db, id);
    expect(events.slice(0, 2)).toEqual(['panel.planned', 'panel.member-added']);
    expect(events).toContain('panel.moved');
    expect(events.at(-1)).toBe('panel.signed');
    expect((await listMeetings(expert(db, 'm1'))).rows).toMatchObject([{ id, items: 1 }]);
  });

  test('whose minutes are signed is changed by nobody, and the database says so too', async ({ db }) => {
    const id = await aSignedMeeting(db, await aMeeting(db, [await reviewed(db)]));
    const item = await itemOf(db, id);
    await expect(propose(office(db), item.id, proposal)).rejects.toThrow('meeting-over');
    await expect(editMeeting(office(db), id, meetingInput)).rejects.toThrow('meeting-over');
    for (const statement of [
      sql`update panel_minutes set hash = ''`, sql`delete from panel_minutes`, sql`update panel_seats set vote = 'against'`, sql`delete from panel_seats`,
      sql`update panel_items set discussion = ''`, sql`update panel_members set role = 'member'`, sql`update panel_meetings set title = ''`,
    ]) {
      await expect(db.transaction((tx) => tx.execute(statement))).rejects.toMatchObject({ cause: { code: expect.stringMatching(/PM001|42501/) } });
    }
  });

  test('begins with a chair, an agenda and the quorum', async ({ db }) => {
    const application = await reviewed(db);
    const id = await planMeeting(office(db), (await getCallOf(db, application)), meetingInput);
    await expect(openMeeting(office(db), id)).rejects.toThrow('panel-chair-missing');
    await addMember(office(db), id, { account: await anOfficer(db, 'chair'), role: 'chair' });
    await expect(openMeeting(office(db), id)).rejects.toThrow('panel-quorum-missing');
    await addMember(office(db), id, { account: await anExpert(db, 'm1'), role: 'secretary' });
    await expect(openMeeting(office(db), id)).rejects.toThrow('panel-quorum-missing');
    await addMember(office(db), id, { account: await anExpert(db, 'm2'), role: 'member' });
    await expect(openMeeting(office(db), id)).rejects.toThrow('panel-agenda-empty');
    await addItems(office(db), id, [application]);
    await expect(addItems(office(db), id, [application])).rejects.toThrow('panel-item-known');
    await notePresence(office(db), id, { userId: 'm2', isPresent: false });
    await expect(openMeeting(office(db), id)).rejects.toThrow('panel-quorum-missing');
    await notePresence(office(db), id, { userId: 'm2', isPresent: true });
    await openMeeting(office(db), id);
    await expect(openMeeting(office(db), id)).rejects.toThrow('meeting-open');
  });

  test('takes officers and verified experts, each once, and one chair', async ({ db }) => {
    const id = await aMeeting(db, [await reviewed(db)]);
    await expect(addMember(office(db), id, { account: 'm1', role: 'member' })).rejects.toThrow('panel-member-known');
    await expect(addMember(office(db), id, { account: 'nobody', role: 'member' })).rejects.toThrow('panel-member-not-found');
    await expect(addMember(office(db), id, { account: await aUser(db, 'guest'), role: 'member' })).rejects.toThrow('panel-member-role-missing');
    await expect(addMember(office(db), id, { account: await anOfficer(db, 'second'), role: 'chair' })).rejects.toThrow('panel-chair-known');
    await anExpert(db, 'idle');
    await db.update(experts).set({ standing: 'suspended' }).where(eq(experts.userId, 'idle'));
    await expect(addMember(office(db), id, { account: 'idle@example.cn', role: 'member' })).rejects.toThrow('panel-expert-not-verified');
    await removeMember(office(db), id, 'm2');
    await expect(removeMember(office(db), id, 'm2')).rejects.toThrow('panel-member-not-found');
  });

  test('looks only at applications of its call whose reviews are in', async ({ db }) => {
    const id = await aMeeting(db, [await reviewed(db)]);
    const waiting = await anApplication(db, { status: 'complete', regionCode: '340111400009' });
    await expect(addItems(office(db), id, [waiting])).rejects.toThrow('panel-item-other-call');
    const item = await itemOf(db, id);
    await removeItem(office(db), item.id);
    await expect(removeItem(office(db), item.id)).rejects.toThrow('panel-item-not-found');
    await assign(db, item.applicationId, await anExpert(db, 'late'));
    await expect(addItems(office(db), id, [item.applicationId])).rejects.toThrow('reviews-unfinished');
  });

  test('may be called off with its reason, and is over then', async ({ db }) => {
    const id = await aMeeting(db, [await reviewed(db)]);
    await cancelMeeting(office(db), id, { reason: '改为书面评审' });
    await expect(openMeeting(office(db), id)).rejects.toThrow('meeting-over');
    expect((await getMeeting(office(db), id)).meeting.cancelReason).toBe('改为书面评审');
  });

  test('does not exist for governments, neighbours, and experts who are not called into it', async ({ db }) => {
    const id = await aMeeting(db, [await reviewed(db)]);
    await anExpert(db, 'other');
    for (const who of [as(db, 'government-officer', '*'), as(db, 'programme-officer', neighbour), expert(db, 'other')]) {
      await expect(getMeeting(who, id)).rejects.toThrow('meeting-not-found');
      await expect(openMeeting(who, id)).rejects.toThrow('meeting-not-found');
      await expect(signMinutes(who, id, { hash: '' })).rejects.toThrow('meeting-not-found');
    }
    await expect(getMeeting(ctxOf(db), id)).rejects.toThrow('sign-in-needed');
    await expect(editMeeting(expert(db, 'm1'), id, meetingInput)).rejects.toThrow('not-allowed');
    await expect(addItems(expert(db, 'm1'), id, [])).rejects.toThrow('not-allowed');
  });
});

describe('a vote', () => {
  test('is cast by the member or written down by the office, after the proposal, and may be corrected', async ({ db }) => {
    const id = await aMeeting(db, [await reviewed(db)]);
    const item = await itemOf(db, id);
    await expect(castVote(office(db), item.id, { userId: 'm1', vote: 'for' })).rejects.toThrow('meeting-not-open');
    await openMeeting(office(db), id);
    await expect(castVote(expert(db, 'm1'), item.id, { userId: 'm1', vote: 'for' })).rejects.toThrow('panel-no-proposal');
    await propose(office(db), item.id, proposal);
    await castVote(expert(db, 'm1'), item.id, { userId: 'm1', vote: 'for' });
    await castVote(expert(db, 'm1'), item.id, { userId: 'm1', vote: 'against' });
    await expect(castVote(expert(db, 'm1'), item.id, { userId: 'm2', vote: 'for' })).rejects.toThrow('not-allowed');
    await expect(castVote(office(db), item.id, { userId: 'a', vote: 'for' })).rejects.toThrow('panel-member-not-found');
    await expect(removeMember(office(db), id, 'm1')).rejects.toThrow('panel-member-voted');
    await expect(removeItem(office(db), item.id)).rejects.toThrow('panel-member-voted');
    expect((await itemOf(db, id)).tally).toMatchObject({ against: 1, seated: 3, result: 'open' });
    await propose(office(db), item.id, { ...proposal, discussion: '补充记录。' });
    expect((await itemOf(db, id)).tally.against).toBe(1);
    await propose(office(db), item.id, { ...proposal, proposal: 'declined' });
    expect((await itemOf(db, id)).tally.against).toBe(0);
  });

  test('is signed over only by the chair, only when all have voted, and only as it was read', async ({ db }) => {
    const id = await aMeeting(db, [await reviewed(db)]);
    const chair = officer(db, 'chair');
    await expect(signMinutes(chair, id, await getMeeting(chair, id))).rejects.toThrow('meeting-not-open');
    await openMeeting(office(db), id);
    const item = await itemOf(db, id);
    await expect(signMinutes(chair, id, await getMeeting(chair, id))).rejects.toThrow('panel-no-proposal');
    await propose(office(db), item.id, proposal);
    await expect(signMinutes(chair, id, await getMeeting(chair, id))).rejects.toThrow('panel-votes-open');
    for (const userId of ['chair', 'm1', 'm2']) await castVote(office(db), item.id, { userId, vote: 'for' });
    const read = await getMeeting(chair, id);
    await propose(office(db), item.id, { ...proposal, discussion: '另作说明。' });
    await expect(signMinutes(chair, id, read)).rejects.toThrow('changed-meanwhile');
    await expect(signMinutes(expert(db, 'm1'), id, await getMeeting(chair, id))).rejects.toThrow('panel-not-chair');
    await signMinutes(chair, id, await getMeeting(chair, id));
    expect(await db.select().from(panelMinutes)).toHaveLength(1);
  });
});

describe('a member in conflict', () => {
  const nearBy = (db: Db) => db.update(experts).set({ regionCode: baohe }).where(eq(experts.userId, 'm1'));

  test('neither sits nor votes: recused by what the records know, and refused by the database', async ({ db }) => {
    const id = await aMeeting(db, [await reviewed(db)]);
    await nearBy(db);
    await openMeeting(office(db), id);
    const item = await itemOf(db, id);
    expect(item.seats.map(({ userId }) => userId).toSorted()).toEqual(['chair', 'm2']);
    expect(item.recusals).toMatchObject([{ userId: 'm1', kind: 'same-region' }]);
    await propose(office(db), item.id, proposal);
    await expect(castVote(expert(db, 'm1'), item.id, { userId: 'm1', vote: 'for' })).rejects.toThrow('panel-no-seat');
    await expect(db.transaction((tx) => tx.insert(panelSeats).values({ itemId: item.id, userId: 'm1', vote: 'for' }))).rejects.toMatchObject({ cause: { code: 'CF001' } });
    const own = (await getMeeting(expert(db, 'm1'), id)).items[0]!;
    expect(own).toMatchObject({ judged: null, seats: [], discussion: '' });
  });

  test('who says so at the meeting leaves it for this application for good, with the vote already cast', async ({ db }) => {
    const id = await aMeeting(db, [await reviewed(db)]);
    await openMeeting(office(db), id);
    const item = await itemOf(db, id);
    await propose(office(db), item.id, proposal);
    await castVote(expert(db, 'm1'), item.id, { userId: 'm1', vote: 'for' });
    await recuse(expert(db, 'm1'), item.id, { userId: 'm1', reason: '曾为该社区授课' });
    const after = await itemOf(db, id);
    expect(after.seats.map(({ userId }) => userId).toSorted()).toEqual(['chair', 'm2']);
    expect(after.recusals).toMatchObject([{ userId: 'm1', kind: 'other-declared', reason: '曾为该社区授课' }]);
    await expect(assign(db, item.applicationId, 'm1')).rejects.toThrow('expert-declared-conflict');
  });

  test('that arises during the meeting keeps the minutes from being signed until it is looked at', async ({ db }) => {
    const id = await aMeeting(db, [await reviewed(db)], { quorum: 3 });
    const chair = officer(db, 'chair');
    await openMeeting(office(db), id);
    const item = await itemOf(db, id);
    await propose(office(db), item.id, proposal);
    for (const userId of ['chair', 'm1', 'm2']) await castVote(office(db), item.id, { userId, vote: 'for' });
    await change(office(db), async (tx) => {
      await keepTie(tx, { expertId: 'm2', kind: 'sponsor-tie', source: 'recorded', reason: '资助方董事', tiedTo: { applicationId: item.applicationId } });
      await tx.record('conflict.recorded', { id: 'm2', regionCode: '*' });
    });
    await expect(signMinutes(chair, id, await getMeeting(chair, id))).rejects.toThrow('panel-conflict-arose');
    expect(await recheckSeats(office(db), id)).toBe(1);
    expect((await itemOf(db, id)).tally).toMatchObject({ for: 2, seated: 2, result: 'no-quorum' });
    await signMinutes(chair, id, await getMeeting(chair, id));
  });
});

async function getCallOf(db: Db, application: string): Promise<string> {
  const { rows } = await db.execute<{ id: string }>(sql`select call_id as id from applications where id = ${application}`);
  return rows[0]!.id;
}
