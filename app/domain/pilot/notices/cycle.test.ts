import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { answerObjection, takeUpObjection } from './answer-objection.ts';
import { noticeAtDesk, noticesAtDesk } from './at-desk.ts';
import { discardNotice, draftNotice, editNotice } from './draft-notice.ts';
import { finaliseNotice } from './finalise-notice.ts';
import { getObjection, listObjections, trackObjection } from './objections.ts';
import { pilotStory } from './pilot-story.ts';
import { publishNotice } from './publish-notice.ts';
import { getNotice, listNotices } from './read.ts';
import { receiveObjection } from './receive-objection.ts';
import { callsWaiting } from './waiting.ts';
import type { Db } from '#app/db/db.server.ts';
import { getCommunity, listPilots, pilotsByProvince } from '#app/domain/base/communities/read.ts';
import { factsOf } from '#app/domain/base/communities/facts.ts';
import type { Role } from '#app/domain/base/accounts/model.ts';
import { records } from '#app/platform/tables.server.ts';
import { aCall, anApplication } from '#tests/cycle.ts';
import { as, asked, binhu, ctxOf, hefei, person, test, today } from '#tests/world.ts';

const neighbour = '340111001';
const at = (day: string) => new Date(`${day}T02:00:00Z`);
const office = (db: Db, now = today) => as(db, 'programme-officer', '*', now);
const words = { title: '关于第一批拟列入试点名单的公示', body: '' };
const claim = { applicationId: '', manner: 'anonymous' as const, name: '', contact: '', content: '名单里的活动室去年没有开放过，附近的居民都知道，请核实。' };
const eventsOf = async (db: Db, id: string) => (await db.select().from(records).where(eq(records.subjectId, id))).map((row) => row.event);

async function accepted(db: Db) {
  const callId = await aCall(db, { state: 'closed', questionSetId: 'pilot-1' });
  const answers = { 'children-0-3': '900', 'children-4-6': '800', 'children-7-12': '700', 'children-13-18': '600', 'leader-name': '张某' };
  const one = await anApplication(db, { callId, status: 'accepted', answers });
  const two = await anApplication(db, { callId, status: 'accepted', regionCode: neighbour });
  await anApplication(db, { callId, status: 'declined', regionCode: '340111002' });
  return { callId, one, two };
}

async function onNotice(db: Db) {
  const made = await accepted(db);
  const id = await draftNotice(office(db), { callId: made.callId, ...words });
  await publishNotice(office(db), id, { starts: 'today' });
  return { ...made, id };
}

async function objected(db: Db, given: Partial<Parameters<typeof receiveObjection>[2]> = {}) {
  const made = await onNotice(db);
  const code = await receiveObjection(ctxOf(db), made.id, { ...claim, ...given });
  const { rows } = await listObjections(office(db), { noticeId: made.id });
  return { ...made, code, objection: rows[0]!.id };
}

describe('drafting a notice', () => {
  test('lists what was accepted and not yet announced, and leaves a record', async ({ db }) => {
    const { callId, one, two } = await accepted(db);
    expect(await callsWaiting(office(db))).toMatchObject([{ id: callId, waiting: 2 }]);
    const id = await draftNotice(office(db), { callId, ...words });

    const notice = await getNotice(office(db), id);
    expect(notice.entries.map((entry) => entry.applicationId).toSorted()).toEqual([one, two].toSorted());
    expect(notice).toMatchObject({ phase: 'draft', workingDays: 7 });
    expect(await eventsOf(db, id)).toEqual(['notice.drafted']);
    expect(await callsWaiting(office(db))).toEqual([]);
    await expect(draftNotice(office(db), { callId, ...words })).rejects.toThrow('nothing-to-announce');
  });

  test('is seen by nobody outside the office', async ({ db }) => {
    const { callId } = await accepted(db);
    const id = await draftNotice(office(db), { callId, ...words });
    await expect(getNotice(ctxOf(db), id)).rejects.toThrow('notice-not-found');
    expect((await listNotices(ctxOf(db))).rows.map((row) => row.id)).not.toContain(id);
    await expect(receiveObjection(ctxOf(db), id, claim)).rejects.toThrow('notice-not-found');
  });

  test('can be edited and discarded; its entries wait again', async ({ db }) => {
    const { callId } = await accepted(db);
    const id = await draftNotice(office(db), { callId, ...words });
    await editNotice(office(db), id, { title: '改过的公示标题', body: '正文' });
    expect(await getNotice(office(db), id)).toMatchObject({ title: '改过的公示标题', body: '正文' });
    await discardNotice(office(db), id);
    expect(await callsWaiting(office(db))).toMatchObject([{ waiting: 2 }]);
    expect(await eventsOf(db, id)).toEqual(['notice.drafted', 'notice.edited', 'notice.discarded']);
  });

  test.for<[Role, string]>([['government-officer', '*'], ['expert', '*'], ['programme-officer', hefei]])('is not for %s of %s', async ([role, region], { db }) => {
    const { callId, id } = await onNotice(db);
    const ctx = as(db, role, region);
    for (const deed of [
      () => draftNotice(ctx, { callId, ...words }),
      () => editNotice(ctx, id, words),
      () => discardNotice(ctx, id),
      () => publishNotice(ctx, id, { starts: 'today' }),
      () => finaliseNotice(ctx, id),
    ]) await expect(deed()).rejects.toThrow('not-allowed');
  });

  test('is managed by those who edit notices alone', async ({ db }) => {
    const { id } = await onNotice(db);
    expect((await noticesAtDesk(office(db), {})).page.rows.map((row) => row.id)).toContain(id);
    expect(await noticeAtDesk(office(db), id)).toMatchObject({ id });
    for (const role of ['government-officer', 'expert', 'system-admin'] as const) {
      const ctx = as(db, role, '*');
      for (const read of [() => noticesAtDesk(ctx, {}), () => noticeAtDesk(ctx, id), () => callsWaiting(ctx), () => listObjections(ctx)]) {
        await expect(read()).rejects.toThrow('not-allowed');
      }
    }
    await expect(noticesAtDesk(ctxOf(db), {})).rejects.toThrow('sign-in-needed');
  });
});

describe('publishing a notice', () => {
  test('shows it for seven working days, the first included, over weekends', async ({ db }) => {
    const { id } = await onNotice(db);
    const notice = await getNotice(ctxOf(db), id);
    expect(notice).toMatchObject({ startsOn: '2026-09-01', endsOn: '2026-09-09', phase: 'open' });
    expect(notice.days.filter((day) => day.isWorkday)).toHaveLength(7);
    expect(await eventsOf(db, id)).toContain('notice.published');
  });

  test('may begin the next day, and counts the holidays out', async ({ db }) => {
    const { callId } = await accepted(db);
    const now = at('2026-09-29');
    const id = await draftNotice(office(db, now), { callId, ...words });
    await publishNotice(office(db, now), id, { starts: 'tomorrow' });
    const notice = await getNotice(ctxOf(db, undefined, now), id);
    expect(notice).toMatchObject({ startsOn: '2026-09-30', phase: 'coming' });
    expect(notice.days.filter((day) => day.isWorkday)).toHaveLength(7);
    expect(notice.endsOn! > '2026-10-10').toBe(true);
    await expect(receiveObjection(ctxOf(db, undefined, now), id, claim)).rejects.toThrow('notice-not-open');
  });

  test('happens once', async ({ db }) => {
    const { id } = await onNotice(db);
    await expect(publishNotice(office(db), id, { starts: 'today' })).rejects.toThrow('notice-not-draft');
    await expect(editNotice(office(db), id, words)).rejects.toThrow('notice-not-draft');
    await expect(discardNotice(office(db), id)).rejects.toThrow('notice-not-draft');
  });
});

describe('an objection', () => {
  test('is received with a code that shows what becomes of it', async ({ db }) => {
    const { code, objection } = await objected(db);
    expect(await trackObjection(ctxOf(db), code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ code, state: 'received', answerDueOn: '2026-09-15' });
    expect(await eventsOf(db, objection)).toEqual(['objection.received']);
    await expect(trackObjection(ctxOf(db), '0000-0000-0000')).rejects.toThrow('objection-not-found');
  });

  test('leaves no trace of who wrote it when it is anonymous, even from somebody signed in', async ({ db }) => {
    const { id } = await onNotice(db);
    await receiveObjection(ctxOf(db, person('government-officer', hefei)), id, { ...claim, name: '张三', contact: '13800000000' });
    const { rows } = await listObjections(office(db));
    expect(await getObjection(office(db), rows[0]!.id)).toMatchObject({ name: '', contact: '', isAnonymous: true });
    expect(await db.select().from(records).where(eq(records.subjectId, rows[0]!.id))).toMatchObject([{ actorId: '', actorName: '' }]);
  });

  test('is welcome until the last day ends in Beijing, and no longer', async ({ db }) => {
    const { id } = await onNotice(db);
    await receiveObjection(ctxOf(db, undefined, new Date('2026-09-09T15:59:59Z')), id, claim);
    await expect(receiveObjection(ctxOf(db, undefined, new Date('2026-09-09T16:00:00Z')), id, claim)).rejects.toThrow('notice-not-open');
  });

  test('is about an entry of this notice or the whole list', async ({ db }) => {
    const { id } = await onNotice(db);
    const elsewhere = await anApplication(db, { status: 'accepted', regionCode: '340111003' });
    await expect(receiveObjection(ctxOf(db), id, { ...claim, applicationId: elsewhere })).rejects.toThrow('entry-not-found');
  });

  test('cannot be sent in a flood', async ({ db }) => {
    const { id } = await onNotice(db);
    for (let n = 0; n < 10; n += 1) await receiveObjection(ctxOf(db), id, claim);
    await expect(receiveObjection(ctxOf(db), id, claim)).rejects.toThrow('too-many-tries');
  });

  test('that is upheld takes the entry off with the reason', async ({ db }) => {
    const made = await onNotice(db);
    await receiveObjection(ctxOf(db), made.id, { ...claim, applicationId: made.one });
    const { rows } = await listObjections(office(db));
    await takeUpObjection(office(db), rows[0]!.id);
    await expect(takeUpObjection(office(db), rows[0]!.id)).rejects.toThrow('objection-taken-up');
    await answerObjection(office(db), rows[0]!.id, { outcome: 'upheld', answer: '经核实，活动室确实没有开放。' });

    const { entries } = await getNotice(ctxOf(db), made.id);
    expect(entries.find((entry) => entry.applicationId === made.one)).toMatchObject({ state: 'removed', removedReason: '经核实，活动室确实没有开放。' });
    expect(entries.find((entry) => entry.applicationId === made.two)).toMatchObject({ state: 'standing' });
    expect(await eventsOf(db, rows[0]!.id)).toEqual(['objection.received', 'objection.taken-up', 'objection.answered']);
    await expect(answerObjection(office(db), rows[0]!.id, { outcome: 'dismissed', answer: '再答复一次也不行。' })).rejects.toThrow('objection-answered');
  });

  test('is answered and read by the office alone', async ({ db }) => {
    const { objection } = await objected(db, { manner: 'named', name: '李四', contact: 'li@example.cn' });
    expect(await getObjection(office(db), objection)).toMatchObject({ name: '李四' });
    for (const ctx of [as(db, 'government-officer', '*'), as(db, 'programme-officer', hefei), ctxOf(db)]) {
      await expect(getObjection(ctx, objection)).rejects.toThrow('objection-not-found');
      await expect(answerObjection(ctx, objection, { outcome: 'dismissed', answer: '没有权限的人不能答复。' })).rejects.toThrow(/not-allowed|sign-in-needed/);
    }
    expect((await listObjections(as(db, 'programme-officer', hefei))).rows).toEqual([]);
  });
});

describe('making a list final', () => {
  test('asks no more statements of many than of few', async ({ db }) => {
    const statements = async (units: readonly string[]) => {
      const callId = await aCall(db, { state: 'closed', questionSetId: 'pilot-1' });
      for (const regionCode of units) await anApplication(db, { callId, status: 'accepted', regionCode, answers: { 'children-0-3': '9' } });
      const id = await draftNotice(office(db), { callId, ...words });
      await publishNotice(office(db), id, { starts: 'today' });
      const before = asked.length;
      expect(await finaliseNotice(office(db, at('2026-09-10')), id)).toBe(units.length);
      return asked.length - before;
    };
    const few = await statements(['340111001', '340111002']);
    expect(await statements(['340111003', '340111004', '340111005', '340111006', '340111007', '340111008'])).toBeLessThanOrEqual(few);
    const opened = await db.select().from(records).where(eq(records.event, 'pilot.opened'));
    expect(opened.filter((line) => line.regionCode === '340111005')).toHaveLength(1);
  });

  const after = at('2026-09-10');

  test('turns every standing entry into a pilot with its facts, and leaves a record', async ({ db }) => {
    const { id, one } = await onNotice(db);
    expect(await finaliseNotice(office(db, after), id)).toBe(2);

    expect(await getNotice(ctxOf(db, undefined, after), id)).toMatchObject({ phase: 'final' });
    expect(await eventsOf(db, id)).toContain('notice.final');
    const community = await getCommunity(ctxOf(db), binhu);
    expect(community.pilots).toMatchObject([{ applicationId: one, noticeId: id, since: '2026-09-10' }]);
    expect(await eventsOf(db, community.pilots[0]!.id)).toEqual(['pilot.opened']);
    expect(await pilotStory(ctxOf(db), community.pilots[0]!.id)).toMatchObject({ noticeId: id, objections: 0 });
    expect(await factsOf(ctxOf(db), binhu)).toEqual({ 'children-0-3': '900', 'children-4-6': '800', 'children-7-12': '700', 'children-13-18': '600' });
    expect(community).toMatchObject({ facts: { 'children-0-3': 900 }, pilots: [{ children: 3000 }] });
    expect((await pilotsByProvince(ctxOf(db)))['34']).toMatchObject({ pilots: 2 });
    expect((await listPilots(ctxOf(db), { region: '3401' })).rows).toHaveLength(2);
    await expect(finaliseNotice(office(db, after), id)).rejects.toThrow('notice-final');
  });

  test('waits for the last day and for every answer', async ({ db }) => {
    const { id, objection } = await objected(db);
    await expect(finaliseNotice(office(db, at('2026-09-09')), id)).rejects.toThrow('notice-still-open');
    await expect(finaliseNotice(office(db, after), id)).rejects.toThrow('objections-open');
    await answerObjection(office(db, after), objection, { outcome: 'dismissed', answer: '核实后没有发现所说的情况。' });
    expect(await finaliseNotice(office(db, after), id)).toBe(2);
  });

  test('leaves out what an objection took off', async ({ db }) => {
    const made = await onNotice(db);
    await receiveObjection(ctxOf(db), made.id, { ...claim, applicationId: made.two });
    const { rows } = await listObjections(office(db));
    await answerObjection(office(db), rows[0]!.id, { outcome: 'upheld', answer: '经核实情况属实，移出名单。' });
    expect(await finaliseNotice(office(db, after), made.id)).toBe(1);
    await expect(getCommunity(ctxOf(db), neighbour)).rejects.toThrow('community-not-found');
  });

  test('closes the office on objections to it', async ({ db }) => {
    const { id, objection } = await objected(db);
    await answerObjection(office(db), objection, { outcome: 'dismissed', answer: '核实后没有发现所说的情况。' });
    await finaliseNotice(office(db, after), id);
    await expect(takeUpObjection(office(db, after), objection)).rejects.toThrow('notice-final');
  });
});
