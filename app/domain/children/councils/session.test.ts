import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { askDue } from '#app/domain/base/communities/told.ts';
import { evidence, evidenceCitations } from '#app/domain/base/evidence/tables.server.ts';
import { regionLineage, regionPasts } from '#app/domain/base/regions/tables.server.ts';
import { suggestionMatters } from '#app/domain/children/suggestions/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { aChild, aCouncil, aRunningSession, asChild, charter, keeper, readAll } from '#tests/councils.ts';
import { as, baohe, binhu, ctxOf, neighbour, test } from '#tests/world.ts';
import { addToAgenda, callSession } from './call-session.ts';
import { councilForChild, sessionForChild } from './child-read.ts';
import { seatDelegate } from './delegate.ts';
import { followRegions } from './follow-regions.ts';
import { councilsDue } from './due.ts';
import { countCouncils } from './counts.ts';
import * as councilsPage from '#app/routes/public/councils/councils.tsx';
import * as motionPage from '#app/routes/work/children/council/motion.tsx';
import { councilWords } from '#app/i18n/council.ts';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { forgetChild } from './forget-child.ts';
import { foundCouncil } from './found-council.ts';
import { answerMotion, handUp, sendMotion } from './letters.ts';
import { writeMinutes } from './minutes.ts';
import { openTerm } from './open-term.ts';
import { councilDesk } from './read.ts';
import { publicCouncil } from './public-read.ts';
import { putMotion, putMotionOnPaper, secondMotion, withdrawMotion } from './put-motion.ts';
import { beginSession, endSession, tickAttendance } from './run-session.ts';
import { councilMembers, councilMotions } from './tables.server.ts';
import { closeVote, openPhoneVote, voteByPhone } from './vote-on-motion.ts';

const wish = { title: '放学路口装一盏灯', text: '天黑得早，过马路看不清。' };
const answer = { verdict: 'yes' as const, answer: '已列入十月路灯维护计划。', childAnswer: '十月就装灯。', answeredBy: '街道城建办 周主任' };
const count = { inFavour: 4, against: 1, abstaining: 0 };

describe('a motion', () => {
  test('is put by a member, read by a person, seconded by another, voted on by phones once each, sent, answered and seen by everybody', async ({ db }) => {
    const [mover, other] = [await aChild(db), await aChild(db)];
    const council = await aCouncil(db, { own: [mover, other] });
    const id = await putMotion(asChild(db, mover), council.councilId, wish);
    await expect(secondMotion(asChild(db, other), id)).rejects.toThrow('council-motion-being-read');
    expect((await councilForChild(asChild(db, other), council.councilId)).motions).toEqual([]);
    expect((await councilForChild(asChild(db, mover), council.councilId)).motions).toMatchObject([{ isOwn: true, isApproved: false }]);
    await readAll(db);
    await expect(secondMotion(asChild(db, mover), id)).rejects.toThrow('council-own-motion');
    await expect(secondMotion(asChild(db, await aChild(db)), id)).rejects.toThrow('council-members-only');
    await secondMotion(asChild(db, other), id);
    const sessionId = await callSession(council.ctx, council.councilId, { startsAt: new Date('2026-09-05T06:00:00Z'), place: '活动室' });
    await addToAgenda(council.ctx, sessionId, { title: '', minutes: 10, motionId: id });
    await expect(withdrawMotion(asChild(db, mover), id)).rejects.toThrow('council-motion-moved-on');
    await tickAttendance(council.ctx, sessionId, { members: council.members.slice(0, 4).map((one) => one.id), supporters: [] });
    await expect(beginSession(council.ctx, sessionId)).rejects.toThrow('council-no-supporter');
    const seats = council.members.filter((one) => one.childId);
    await tickAttendance(council.ctx, sessionId, { members: council.members.map((one) => one.id), supporters: [council.supporterId] });
    await beginSession(council.ctx, sessionId);
    const unread = await putMotionOnPaper(council.ctx, council.members[0]!.id, wish);
    await db.update(councilMotions).set({ state: 'tabled', sessionId }).where(eq(councilMotions.id, unread));
    await expect(openPhoneVote(council.ctx, unread), 'on their phones they would not see it').rejects.toThrow('council-motion-unseen');
    await openPhoneVote(council.ctx, id);
    expect((await councilForChild(asChild(db, mover), council.councilId)).motions[0]).toMatchObject({ isVotingOpen: true, isThere: true, hasVoted: false });
    expect((await sessionForChild(asChild(db, mover), sessionId)).items.map(({ votesOn }) => votesOn), 'the page of the session leads a member to the vote').toContain(id);
    expect((await sessionForChild(asChild(db, null), sessionId)).items.map(({ votesOn }) => votesOn), 'and nobody else').not.toContain(id);
    await voteByPhone(asChild(db, mover), id, 'for');
    expect((await councilForChild(asChild(db, mover), council.councilId)).motions[0]).toMatchObject({ hasVoted: true });
    await expect(voteByPhone(asChild(db, mover), id, 'for')).rejects.toThrow('council-voted-already');
    await expect(closeVote(council.ctx, id)).rejects.toThrow('council-no-quorum');
    expect(seats).toHaveLength(2);
    await db.update(councilMotions).set({ inFavour: 3 });
    await voteByPhone(asChild(db, other), id, 'against');
    expect(await closeVote(council.ctx, id)).toBe('adopted');
    const [matter] = await db.select().from(suggestionMatters);
    expect(matter).toMatchObject({ regionCode: binhu, state: 'received' });
    expect(await sendMotion(council.ctx, id, { body: '街道城建办', bodyContact: '' })).toBe('2026-10-19');
    await answerMotion(council.ctx, id, answer);
    const seen = await publicCouncil(asChild(db, null), council.councilId);
    expect(seen.motions).toMatchObject([{ title: wish.title, state: 'answered', inFavour: 3, against: 1, answer: answer.answer, hasMatter: true }]);
    expect(JSON.stringify(seen)).not.toContain(mover);
    expect((await councilForChild(asChild(db, other), council.councilId)).motions).toMatchObject([{ childAnswer: '十月就装灯。', isSeconded: true }]);
    const facts = JSON.stringify(await db.select().from(records));
    expect([facts.includes(wish.text), facts.includes(mover)]).toEqual([false, false]);
  });

  test('is decided by counted hands only with a quorum, and a tie is not adopted', async ({ db }) => {
    const council = await aCouncil(db);
    const id = await putMotionOnPaper(council.ctx, council.members[0]!.id, wish);
    const sessionId = await aRunningSession(db, council, id);
    await expect(closeVote(council.ctx, id, { inFavour: 6, against: 0, abstaining: 0 })).rejects.toThrow('council-votes-too-many');
    await expect(closeVote(council.ctx, id, { inFavour: 2, against: 0, abstaining: 0 })).rejects.toThrow('council-no-quorum');
    expect(await closeVote(council.ctx, id, { inFavour: 2, against: 2, abstaining: 1 })).toBe('rejected');
    await endSession(council.ctx, sessionId);
    await expect(endSession(council.ctx, sessionId)).rejects.toThrow('council-session-not-running');
    await expect(sendMotion(council.ctx, id, { body: '城建办', bodyContact: '' })).rejects.toThrow('council-motion-moved-on');
  });

  test('without a quorum in the room is not voted on, and waits for the next session', async ({ db }) => {
    const council = await aCouncil(db);
    const id = await putMotionOnPaper(council.ctx, council.members[0]!.id, wish);
    const sessionId = await aRunningSession(db, council, id, 2);
    await expect(closeVote(council.ctx, id, { inFavour: 2, against: 0, abstaining: 0 })).rejects.toThrow('council-no-quorum');
    await endSession(council.ctx, sessionId);
    expect((await db.select().from(councilMotions))[0]).toMatchObject({ state: 'seconded', sessionId: null });
  });

  test('is handed up to the council above, whose answer comes down by itself', async ({ db }) => {
    const council = await aCouncil(db);
    const id = await putMotionOnPaper(council.ctx, council.members[0]!.id, wish);
    await aRunningSession(db, council, id);
    await closeVote(council.ctx, id, count);
    await expect(handUp(council.ctx, id)).rejects.toThrow('council-none-above');
    const district = keeper(db, baohe);
    const aboveId = await foundCouncil(district, baohe, { name: '包河区儿童议事会', charter: { ...charter, secondsNeeded: 0 } });
    await openTerm(district, aboveId, '2026-09-10');
    const seat = await seatDelegate(district, aboveId, council.members[0]!.id);
    await expect(seatDelegate(district, aboveId, council.members[0]!.id)).rejects.toThrow('council-delegate-there');
    await expect(seatDelegate(council.ctx, aboveId, council.members[1]!.id)).rejects.toThrow('not-allowed');
    const upper = await handUp(council.ctx, id);
    expect((await db.select().from(councilMotions).where(eq(councilMotions.id, upper)))[0]).toMatchObject({ state: 'seconded', fromCouncilName: '滨湖儿童议事会', regionCode: baohe });
    const delegate = asChild(db, await aChild(db));
    const seen = async () => (await councilForChild(delegate, aboveId)).motions.map(({ isApproved }) => isApproved);
    const waits = async () => (await rendered(motionPage, district, `/work/${baohe}/children/council/motions/${upper}`, { code: baohe, id: upper })).includes(councilWords['zh-CN'].waitsReading);
    expect([await seen(), await waits()], 'nobody has read it for the council above, and who keeps it is told').toEqual([[], true]);
    await readAll(db);
    expect(await waits()).toBe(false);
    expect(await seen(), 'once read, its children see it').toEqual([true]);
    await db.update(councilMotions).set({ state: 'adopted' }).where(eq(councilMotions.id, upper));
    await answerMotion(district, upper, answer);
    expect((await db.select().from(councilMotions).where(eq(councilMotions.id, id)))[0]).toMatchObject({ state: 'answered', childAnswer: answer.childAnswer });
    expect((await db.select().from(councilMembers).where(eq(councilMembers.id, seat)))[0]).toMatchObject({ delegateOf: council.members[0]!.id });
  });
});

describe('a session', () => {
  test('leaves evidence without a child’s name, and minutes that children read once a person has read them', async ({ db }) => {
    const council = await aCouncil(db);
    const id = await putMotionOnPaper(council.ctx, council.members[0]!.id, wish);
    const sessionId = await aRunningSession(db, council, id);
    await closeVote(council.ctx, id, count);
    await endSession(council.ctx, sessionId);
    expect((await askDue(council.ctx, [councilsDue], [binhu, neighbour])).map(({ kind, figure }) => [kind, figure])).toEqual([['council-send', 1], ['council-minutes', 1]]);
    await sendMotion(council.ctx, id, { body: '街道城建办', bodyContact: '' });
    expect(await countCouncils(council.ctx, '3401', '2026-01-01')).toEqual({ councils: 1, sessions: 1, motions: 1, adopted: 1, answered: 0, inTime: 0 });
    const page = wordsOf(await rendered(councilsPage, ctxOf(db), '/councils?region=3401'));
    for (const told of ['议事会 1 个', '年开会 1 次', '年通过的议案 1 条', '今年提出议案 1 条，已答复 0 条，其中按期 0 条', '开会 1 次，议案 1 条，已答复 0 条']) expect(page).toContain(told);
    expect(wordsOf(await rendered(councilsPage, ctxOf(db), '/councils?region=3202'))).toContain('这里还没有议事会');
    await writeMinutes(council.ctx, sessionId, { minutes: '讨论了放学路口的照明，表决通过。', childMinutes: '我们说了路灯。\n大家同意装灯。' });
    expect((await sessionForChild(asChild(db, null), sessionId)).childMinutes).toEqual([]);
    await readAll(db);
    expect((await sessionForChild(asChild(db, null), sessionId)).childMinutes).toEqual(['我们说了路灯。', '大家同意装灯。']);
    expect((await askDue(council.ctx, [councilsDue], [binhu])).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([['council-answer', '2026-10-19']]);
    const cited = await db.select({ ruleId: evidenceCitations.ruleId }).from(evidenceCitations).where(eq(evidenceCitations.subjectId, `children/councils:${sessionId}`));
    expect(cited.map(({ ruleId }) => ruleId).toSorted()).toEqual(['A3.1', 'A3.2']);
    expect(JSON.stringify(await db.select().from(evidence))).not.toContain('小0');
  });

  test('is nobody’s but those who keep councils there', async ({ db }) => {
    const { councilId } = await aCouncil(db);
    const call = { startsAt: new Date('2026-09-05T06:00:00Z'), place: '活动室' };
    await expect(callSession(as(db, 'community-worker', neighbour), councilId, call)).rejects.toThrow('not-allowed');
    await expect(callSession(as(db, 'expert', '*'), councilId, call)).rejects.toThrow('not-allowed');
    await expect(callSession(keeper(db), councilId, { ...call, startsAt: new Date('2026-08-01T06:00:00Z') })).rejects.toThrow('council-day-past');
  });
});

test('forgetting a child frees the seat and takes the own words away, and what was decided together stays', async ({ db }) => {
  const childId = await aChild(db);
  const council = await aCouncil(db, { own: [childId] });
  const [kept, gone] = [await putMotion(asChild(db, childId), council.councilId, wish), await putMotion(asChild(db, childId), council.councilId, { title: '多一个秋千', text: '排队太长了。' })];
  await db.update(councilMotions).set({ state: 'adopted' }).where(eq(councilMotions.id, kept));
  await forgetChild(as(db, 'system-admin', '*'), childId);
  expect(await db.select().from(councilMotions)).toMatchObject([{ id: kept, childId: null }]);
  expect(gone).not.toBe(kept);
  expect(await db.$count(councilMembers, eq(councilMembers.childId, childId))).toBe(0);
  expect((await db.select().from(councilMembers).where(eq(councilMembers.nickname, '')))[0]).toMatchObject({ endedOn: '2026-09-01' });
});

test('a council goes on under the successor of its region, with all that belongs to it, even in another county', async ({ db }) => {
  const council = await aCouncil(db);
  const id = await putMotionOnPaper(council.ctx, council.members[0]!.id, wish);
  await aRunningSession(db, council, id);
  const to = '340104001';
  const changeId = '0199a000-0000-7000-8000-0000000000cc';
  const at = new Date('2026-09-20T00:00:00Z');
  await db.insert(regionPasts).values({ code: binhu, until: at, name: '滨湖世纪社区', isEnd: true, changeId, pinyin: '', initials: '' });
  await db.insert(regionLineage).values({ oldCode: binhu, endedAt: at, presentCode: to, isPrincipal: true });
  expect(await followRegions(as(db, 'system-admin', '*'), changeId)).toBe('1');
  const desk = await councilDesk(keeper(db, to), to);
  expect(desk.council && [desk.members.length, desk.sessions.length, desk.motions[0]!.motion.id, desk.motions[0]!.seconds]).toEqual([5, 1, id, 1]);
  expect((await councilDesk(keeper(db), binhu)).council).toBeUndefined();
});
