import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { guardianships } from '#app/domain/children/identity/tables.server.ts';
import { editText } from '#app/domain/children/moderation/edit-text.ts';
import { listQueue } from '#app/domain/children/moderation/read.ts';
import { answerMatter } from '#app/domain/children/suggestions/answer-matter.ts';
import { finishWork } from '#app/domain/children/suggestions/finish-work.ts';
import { mergeMatters } from '#app/domain/children/suggestions/merge-matters.ts';
import { startWork } from '#app/domain/children/suggestions/start-work.ts';
import { suggestionMatters } from '#app/domain/children/suggestions/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { inside } from '#app/db/sealed.ts';
import { aUser } from '#tests/cycle.ts';
import { aChild, aCouncil, aRunningSession, asChild, charter, keeper, readAll } from '#tests/councils.ts';
import { as, baohe, binhu, neighbour, test } from '#tests/world.ts';
import { answerWording, answerWordingOnPaper } from './answer-wording.ts';
import { callSession, cancelSession, moveSession } from './call-session.ts';
import { councilForChild } from './child-read.ts';
import { followMatter } from './follow-matter.ts';
import { foundCouncil } from './found-council.ts';
import { answerMotion, handUp } from './letters.ts';
import { motionForChild } from './motion-for-child.ts';
import { putMotion, putMotionOnPaper } from './put-motion.ts';
import { rateMotion } from './rate-motion.ts';
import { motionDesk } from './read.ts';
import { councilMotions } from './tables.server.ts';
import { nextOfMine, tellGuardians } from './tell-sessions.ts';
import { closeVote } from './vote-on-motion.ts';

const wish = { title: '放学路口装一盏灯', text: '天黑得早，过马路看不清。' };
const answer = { verdict: 'yes' as const, answer: '已列入十月路灯维护计划。', childAnswer: '十月就装灯。', answeredBy: '街道城建办 周主任' };
const promise = { outcome: 'adopted' as const, reason: 'can-do' as const, text: '我们来装，十月前好。', owner: '滨湖物业', dueOn: '2026-10-20', called: '王老师' };
const stateOf = async (db: Db, id: string) => (await db.select({ state: councilMotions.state }).from(councilMotions).where(eq(councilMotions.id, id)))[0]!.state;

/** A motion that was adopted and answered, put by a child with an account or, without one, on paper. */
async function anAnswered(db: Db, mover: string | null = null) {
  const council = await aCouncil(db, mover ? { own: [mover] } : {});
  const id = mover ? await putMotion(asChild(db, mover), council.councilId, wish) : await putMotionOnPaper(council.ctx, council.members[0]!.id, wish);
  await aRunningSession(db, { ...council, members: council.members.filter(({ childId }) => childId === null || childId !== mover) }, id);
  await closeVote(council.ctx, id, { inFavour: 3, against: 1, abstaining: 0 });
  await answerMotion(council.ctx, id, answer);
  const matterId = (await motionDesk(council.ctx, id)).matter!.id;
  return { council, id, matterId };
}

describe('a motion that was answered', () => {
  test('goes on with its matter, which its mover follows to the end and rates; what is no better goes back', async ({ db }) => {
    const mover = await aChild(db);
    const { council: { ctx }, id, matterId } = await anAnswered(db, mover);
    const me = asChild(db, mover);
    await answerMatter(ctx, binhu, matterId, promise);
    expect([await followMatter(ctx, matterId), await stateOf(db, id)]).toEqual(['', 'answered']);
    expect((await motionForChild(me, id)).matter!.steps.map(({ kind, text }) => [kind, text])).toEqual([['received', ''], ['seen', ''], ['answered', '']]);
    await readAll(db);
    await startWork(ctx, binhu, matterId, { text: '工人明天来装灯。', dueOn: null, called: '' });
    expect([await followMatter(ctx, matterId), await stateOf(db, id)]).toEqual(['1', 'in-progress']);
    await finishWork(ctx, binhu, matterId, { text: '灯亮了，来看看吧。', rung: null, called: '' });
    await followMatter(ctx, matterId);
    await readAll(db);
    const seen = await motionForChild(me, id);
    expect(seen).toMatchObject({ isOwn: true, mayRate: true, motion: { state: 'done', childAnswer: '十月就装灯。' }, matter: { owner: '滨湖物业' } });
    expect(seen.matter!.steps.map(({ kind, text }) => [kind, text])).toEqual([['received', ''], ['seen', ''], ['answered', promise.text], ['started', '工人明天来装灯。'], ['done', '灯亮了，来看看吧。']]);
    const stepId = seen.matter!.steps.at(-1)!.id;
    const rating = { stepId, understanding: null, better: 'better' as const, more: '' };
    await expect(rateMotion(asChild(db, await aChild(db)), id, rating)).rejects.toThrow('council-own-rating');
    await rateMotion(me, id, rating);
    expect([await followMatter(ctx, matterId), await stateOf(db, id)]).toEqual(['1', 'told']);
    expect((await motionForChild(me, id)).rated).toEqual([{ stepId, understanding: null, better: 'better' }]);
    expect(await rateMotion(me, id, { ...rating, better: 'not-better' })).toEqual({ reopened: true });
    expect([await followMatter(ctx, matterId), await stateOf(db, id)]).toEqual(['1', 'answered']);
    expect(await motionForChild(asChild(db, null), id)).toMatchObject({ hasAccount: false, isOwn: false, mayRate: false });
    await expect(motionForChild(asChild(db, null, neighbour), id)).rejects.toThrow('council-motion-not-found');
  });

  test('is followed into the matter that its own was merged with, and stands where that one stands when the letter comes late', async ({ db }) => {
    const council = await aCouncil(db);
    const [late, other] = [await putMotionOnPaper(council.ctx, council.members[0]!.id, wish), await putMotionOnPaper(council.ctx, council.members[1]!.id, { title: '路口画斑马线', text: '车开得快，我们不敢过。' })];
    for (const id of [late, other]) {
      await db.update(councilMotions).set({ state: 'put' }).where(eq(councilMotions.id, id));
      await aRunningSession(db, council, id);
      await closeVote(council.ctx, id, { inFavour: 4, against: 1, abstaining: 0 });
    }
    const [from, into] = [(await motionDesk(council.ctx, late)).matter!.id, (await motionDesk(council.ctx, other)).matter!.id];
    await mergeMatters(council.ctx, binhu, from, into);
    await followMatter(council.ctx, from, into);
    await answerMatter(council.ctx, binhu, into, promise);
    await startWork(council.ctx, binhu, into, { text: '工人明天来装灯。', dueOn: null, called: '' });
    expect([await followMatter(council.ctx, into), await stateOf(db, late)], 'not yet answered by letter').toEqual(['', 'adopted']);
    await answerMotion(council.ctx, late, answer);
    expect(await stateOf(db, late)).toBe('in-progress');
    expect(await db.$count(councilMotions, eq(councilMotions.matterId, into))).toBe(2);
  });

  test('that was handed up stands where the one above stands', async ({ db }) => {
    const council = await aCouncil(db);
    const id = await putMotionOnPaper(council.ctx, council.members[0]!.id, wish);
    await aRunningSession(db, council, id);
    await closeVote(council.ctx, id, { inFavour: 4, against: 1, abstaining: 0 });
    const own = (await motionDesk(council.ctx, id)).matter!.id;
    const district = keeper(db, baohe);
    await foundCouncil(district, baohe, { name: '包河区儿童议事会', charter: { ...charter, secondsNeeded: 0 } });
    const upper = await handUp(council.ctx, id);
    const [opened] = await db.insert(suggestionMatters)
      .values({ countyCode: 340111, regionCode: baohe, topic: 'other', state: 'adopted', receivedAt: district.now, seenDueOn: '2026-09-10', answerDueOn: '2026-09-20', owner: '区城建局', taskDueOn: '2026-11-01' }).returning();
    const matterId = opened!.id;
    await db.update(councilMotions).set({ state: 'adopted', matterId }).where(eq(councilMotions.id, upper));
    await answerMotion(district, upper, answer);
    await startWork(district, baohe, matterId, { text: '区里明天开工。', dueOn: null, called: '' });
    expect([await followMatter(district, matterId), await stateOf(db, upper), await stateOf(db, id)]).toEqual(['2', 'in-progress', 'in-progress']);
    expect([await followMatter(council.ctx, own), await stateOf(db, id)], 'its own matter no longer moves it').toEqual(['', 'in-progress']);
  });

  test('put on paper is rated by a member of the council', async ({ db }) => {
    const member = await aChild(db);
    const council = await aCouncil(db, { own: [member] });
    const paper = council.members.find(({ childId }) => childId === null)!;
    const id = await putMotionOnPaper(council.ctx, paper.id, wish);
    await aRunningSession(db, council, id);
    await closeVote(council.ctx, id, { inFavour: 4, against: 1, abstaining: 0 });
    await answerMotion(council.ctx, id, answer);
    await answerMatter(council.ctx, binhu, (await motionDesk(council.ctx, id)).matter!.id, promise);
    await readAll(db);
    const { matter, mayRate } = await motionForChild(asChild(db, member), id);
    expect(mayRate).toBe(true);
    await rateMotion(asChild(db, member), id, { stepId: matter!.steps.at(-1)!.id, understanding: 'understood', better: null, more: '' });
    await expect(rateMotion(asChild(db, await aChild(db)), id, { stepId: matter!.steps.at(-1)!.id, understanding: 'understood', better: null, more: '' })).rejects.toThrow('council-members-only');
  });
});

describe('a wording that a moderator proposes', () => {
  const rewrite = async (db: Db, ctx = keeper(db)) => {
    const item = (await listQueue(ctx, binhu)).find(({ kind }) => kind === 'motion')!;
    await editText(ctx, { regionCode: binhu, id: item.id }, { texts: [{ field: 'text', text: '天黑得早，过马路看不清楚。' }], labels: [] });
  };

  test('is read by the child who put the motion, who says yes or no; others read nothing before', async ({ db }) => {
    const mover = await aChild(db);
    const { councilId } = await aCouncil(db, { own: [mover] });
    const id = await putMotion(asChild(db, mover), councilId, wish);
    await rewrite(db);
    await expect(motionForChild(asChild(db, null), id)).rejects.toThrow('council-motion-not-found');
    expect((await motionForChild(asChild(db, mover), id)).proposal).toEqual([{ field: 'title', text: wish.title }, { field: 'text', text: '天黑得早，过马路看不清楚。' }]);
    await expect(answerWording(asChild(db, await aChild(db)), 'motion', id, true)).rejects.toThrow('council-motion-not-found');
    await expect(answerWordingOnPaper(keeper(db), id, true)).rejects.toThrow('council-child-answers-itself');
    await answerWording(asChild(db, mover), 'motion', id, false);
    expect((await councilForChild(asChild(db, null), councilId)).motions).toEqual([]);
    await rewrite(db);
    await answerWording(asChild(db, mover), 'motion', id, true);
    expect((await councilForChild(asChild(db, null), councilId)).motions).toHaveLength(1);
  });

  test('of a motion on paper is asked face to face, by somebody else than who changed it', async ({ db }) => {
    const { ctx, members } = await aCouncil(db);
    const id = await putMotionOnPaper(ctx, members[0]!.id, wish);
    await rewrite(db, as(db, 'government-officer', binhu));
    await expect(answerWordingOnPaper(as(db, 'government-officer', binhu), id, true)).rejects.toThrow('council-own-wording');
    await expect(answerWordingOnPaper(keeper(db, neighbour), id, true)).rejects.toThrow('not-allowed');
    expect((await motionDesk(ctx, id)).proposal).toHaveLength(2);
    await answerWordingOnPaper(ctx, id, true);
    expect((await motionDesk(ctx, id))).toMatchObject({ isApproved: true, proposal: null });
  });
});

test('a session is told on the member’s own page and to the guardian, once for each news, without a child’s name', async ({ db }) => {
  const member = await aChild(db);
  const { ctx, councilId } = await aCouncil(db, { own: [member] });
  expect(await nextOfMine(asChild(db, member))).toBeUndefined();
  const id = await callSession(ctx, councilId, { startsAt: new Date('2026-09-05T06:00:00Z'), place: '社区活动室' });
  expect(await nextOfMine(asChild(db, member))).toMatchObject({ id, council: '滨湖儿童议事会', place: '社区活动室' });
  expect([await nextOfMine(asChild(db, null)), await nextOfMine(asChild(db, await aChild(db)))]).toEqual([undefined, undefined]);
  await aUser(db, 'mother');
  await inside(db, 'identity', (sealed) => sealed.insert(guardianships).values({ childId: member, userId: 'mother', relation: 'mother', since: ctx.now }));
  expect([await tellGuardians(ctx, id, 'council.session-called', 'r1'), await tellGuardians(ctx, id, 'council.session-called', 'r1')]).toEqual(['1', '0']);
  await moveSession(ctx, id, { startsAt: new Date('2026-09-06T06:00:00Z'), place: '图书角' });
  await tellGuardians(ctx, id, 'council.session-moved', 'r2');
  await cancelSession(ctx, id, '下大雨');
  await tellGuardians(ctx, id, 'council.session-cancelled', 'r3');
  const told = await db.select({ userId: messages.userId, kind: messages.kind, params: messages.params }).from(messages).orderBy(messages.id);
  expect(told.map(({ kind }) => kind)).toEqual(['council-session', 'council-session-moved', 'council-session-cancelled']);
  expect(told[1]).toMatchObject({ userId: 'mother', params: { day: '2026-09-06', time: '14:00', place: '图书角' } });
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${member}|小测|自荐的我`));
  expect(await nextOfMine(asChild(db, member))).toBeUndefined();
});
