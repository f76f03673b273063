import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { conflictsOf } from '#app/domain/pilot/conflicts/conflicts-of.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { aHeldSession, aPlan, aSession, later, someResults, span, worker } from '#tests/consulting.ts';
import { anApplication, aUser } from '#tests/cycle.ts';
import { anAssignment, anExpert, expert } from '#tests/reviews.ts';
import { as, binhu, neighbour, test, today } from '#tests/world.ts';
import { arrangeSession, endSession } from './arrange-session.ts';
import { askAdvice } from './ask-advice.ts';
import { addFinding, answerFinding, findingToTask, judgeFinding } from './findings.ts';
import { getPlan, partsOf } from './read.ts';
import { findingsOf, getSession, listSessions, mySessions, sessionsOf } from './sessions.ts';
import { startPlan } from './start-plan.ts';
import { remindPlans, tellSession } from './tell-consulting.ts';
import { writeMinutes } from './write-minutes.ts';

const office = (db: Db, now = today) => as(db, 'programme-officer', '*', now);
const adviser = (db: Db, id: string, now = later) => ({ ...expert(db, id), now });
const input = { finding: '章程里没有写儿童怎样退出', action: '补写退出和换届条款', owner: '社区书记', dueOn: '2026-10-15', rules: ['A1.1'] };
const when = { on: '2026-09-08', at: '14:00', place: '社区会议室', mode: 'on-site' as const };

describe('advice', () => {
  test('is asked for, arranged, held, and seen by those concerned', async ({ db }) => {
    await anExpert(db, 'adviser');
    const id = await aHeldSession(db, ['adviser']);
    expect(await getSession(worker(db), binhu, id)).toMatchObject({
      session: { state: 'held', attendance: [{ name: '李主任', role: '儿童主任' }, { name: '王书记', role: '社区书记' }] }, experts: [{ expertId: 'adviser', attended: true }],
    });
    expect(await mySessions(adviser(db, 'adviser'))).toMatchObject([{ id, state: 'held' }]);
    expect(await listSessions(office(db), 'held')).toMatchObject([{ id, regionCode: binhu }]);
    await expect(endSession(office(db), binhu, id, '已经不需要')).rejects.toThrow('session-cannot-move');
  });

  test('keeps whoever gave it from judging the community from that day on; what they handed in before stays counted', async ({ db }) => {
    const applicationId = await anApplication(db, { status: 'accepted', regionCode: binhu });
    await anExpert(db, 'adviser');
    const reviewed = await anAssignment(db, { applicationId, expertId: 'adviser', state: 'submitted', submittedAt: today });
    await aHeldSession(db, ['adviser']);
    const [again] = await db.select().from(assignments).where(eq(assignments.id, reviewed));
    expect(again!.setAsideAt).toBeNull();
    expect((await conflictsOf(office(db), [applicationId], ['adviser'])).map(({ kind }) => kind)).toEqual(['trained-or-consulted']);
  });

  test('is not arranged with an expert who judges the community just now, who is away, or for a moment that is over', async ({ db }) => {
    const applicationId = await anApplication(db, { status: 'in-review', regionCode: binhu });
    for (const id of ['judge', 'free']) await anExpert(db, id);
    await anAssignment(db, { applicationId, expertId: 'judge', state: 'accepted' });
    const id = await askAdvice(worker(db), binhu, { topic: '儿童参与怎样起步', wish: '', mode: 'phone', rules: [] });
    await expect(arrangeSession(office(db), binhu, id, { ...when, experts: ['judge'] })).rejects.toThrow('expert-judges-now');
    await expect(arrangeSession(office(db), binhu, id, { ...when, experts: ['nobody'] })).rejects.toThrow('expert-not-found');
    await expect(arrangeSession(office(db), binhu, id, { ...when, on: '2026-08-01', experts: ['free'] })).rejects.toThrow('session-in-the-past');
    await arrangeSession(office(db), binhu, id, { ...when, experts: ['free'] });
    await expect(writeMinutes(adviser(db, 'free', today), binhu, id, { minutes: '还没有开始就写了纪要。', experts: ['free'], attendance: '' })).rejects.toThrow('session-not-yet');
    await expect(writeMinutes(adviser(db, 'free'), binhu, id, { minutes: '写进没有安排的人也不行。', experts: ['judge'], attendance: '' })).rejects.toThrow('expert-not-of-session');
  });

  test('may be declined or cancelled with a reason, and five wishes at a time are enough', async ({ db }) => {
    for (let at = 0; at < 5; at += 1) await askAdvice(worker(db), binhu, { topic: `第 ${at} 个问题`, wish: '', mode: 'online', rules: [] });
    await expect(askAdvice(worker(db), binhu, { topic: '第六个问题', wish: '', mode: 'online', rules: [] })).rejects.toThrow('advice-asked-enough');
    const [first, second] = await sessionsOf(worker(db), binhu);
    await endSession(office(db), binhu, first!.id, '请先看线上课程');
    await endSession(worker(db), binhu, second!.id, '已经解决');
    expect((await sessionsOf(worker(db), binhu)).slice(0, 2).map(({ state }) => state)).toEqual(['declined', 'cancelled']);
  });
});

describe('a finding', () => {
  test('goes from open to answered to closed, may be sent back, and may become a task', async ({ db }) => {
    await anExpert(db, 'adviser');
    await someResults(db, binhu, { 'A1.1': 'not-met' });
    await startPlan(worker(db), binhu, { aim: '一年内补齐', ...span, rules: [] });
    const session = await aHeldSession(db, ['adviser']);
    const id = await addFinding(adviser(db, 'adviser'), binhu, session, input);
    await findingToTask(worker(db), binhu, id);
    await expect(findingToTask(worker(db), binhu, id)).rejects.toThrow('already-in-plan');
    expect((await partsOf(worker(db), await getPlan(worker(db), binhu))).tasks).toMatchObject([{ source: 'finding', sourceId: id, ruleIds: ['A1.1'], dueOn: '2026-10-15' }]);
    await expect(judgeFinding(adviser(db, 'adviser'), binhu, id, { verdict: 'close', note: '' })).rejects.toThrow('finding-not-answered');
    await answerFinding(worker(db, later), binhu, id, { report: '已补写第十二条', evidence: [] });
    await judgeFinding(adviser(db, 'adviser'), binhu, id, { verdict: 'send-back', note: '换届年限还没有写' });
    await answerFinding(worker(db, later), binhu, id, { report: '已写明两年一届', evidence: [] });
    await judgeFinding(adviser(db, 'adviser'), binhu, id, { verdict: 'close', note: '' });
    expect(await findingsOf(worker(db), binhu)).toMatchObject([{ state: 'closed', report: '已写明两年一届' }]);
    await expect(answerFinding(worker(db), binhu, id, { report: '再报一次', evidence: [] })).rejects.toThrow('finding-not-open');
  });

  test('is named by those who advise, after the session, with a day to come', async ({ db }) => {
    for (const id of ['adviser', 'other']) await anExpert(db, id);
    const planned = await aSession(db, ['adviser']);
    await expect(addFinding(office(db), binhu, planned, input)).rejects.toThrow('session-not-held');
    const held = await aHeldSession(db, ['adviser']);
    await expect(addFinding(adviser(db, 'adviser'), binhu, held, { ...input, dueOn: '2026-09-01' })).rejects.toThrow('finding-day-past');
    await expect(addFinding(adviser(db, 'other'), binhu, held, input)).rejects.toThrow('session-not-found');
    await expect(addFinding(worker(db), binhu, held, input)).rejects.toThrow('not-allowed');
  });

  test('belongs to its community: neighbours find neither session nor finding', async ({ db }) => {
    await anExpert(db, 'adviser');
    const session = await aHeldSession(db, ['adviser']);
    const id = await addFinding(office(db, later), binhu, session, input);
    const stranger = as(db, 'government-officer', neighbour);
    await expect(getSession(stranger, binhu, session)).rejects.toThrow('session-not-found');
    await expect(sessionsOf(stranger, binhu)).rejects.toThrow('not-allowed');
    await expect(answerFinding(stranger, binhu, id, { report: '别人的整改', evidence: [] })).rejects.toThrow('not-allowed');
    await expect(answerFinding(stranger, neighbour, id, { report: '别人的整改', evidence: [] })).rejects.toThrow('finding-not-found');
  });
});

describe('what is told', () => {
  test('reaches the community and the adviser, and what is late is told once', async ({ db }) => {
    await aUser(db, 'officer');
    await db.insert(roleGrants).values({ userId: 'officer', role: 'government-officer', regionCode: binhu, grantedBy: 'x', grantedAt: today });
    await anExpert(db, 'adviser');
    const session = await aHeldSession(db, ['adviser']);
    expect(await tellSession(office(db), session, 'advice-arranged', 'c1')).toBe('2');
    await addFinding(office(db, later), binhu, session, input);
    await aPlan(db);
    const november = { ...office(db), now: new Date('2026-11-05T01:00:00Z') };
    expect(await remindPlans(november)).toBe('2');
    expect(await remindPlans(november)).toBe('0');
    const told = await db.select({ kind: messages.kind, link: messages.link }).from(messages).where(eq(messages.userId, 'officer'));
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['advice-arranged', 'finding-late', 'plan-task-late']);
    expect(told.every(({ link }) => link.startsWith(`/work/${binhu}/plan`))).toBe(true);
  });
});
