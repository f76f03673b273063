import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { noticeAtDesk, noticesAtDesk } from './at-desk.ts';
import { discardNotice, draftNotice, editNotice } from './draft-notice.ts';
import { correctNotice, removeEntry } from './correct-notice.ts';
import { finaliseNotice } from './finalise-notice.ts';
import { endHold, placeHold } from './holds.ts';
import { mayMoveUp, moveUp } from './move-up.ts';
import { verifyNotices } from './verify-notices.ts';
import { getVersion, listVersions } from './versions.ts';
import { pilotStory } from './pilot-story.ts';
import { publishNotice } from './publish-notice.ts';
import { getNotice, listNotices } from './read.ts';
import { callsWaiting } from './waiting.ts';
import type { Db } from '#app/db/db.server.ts';
import { getCommunity, listPilots, pilotsByProvince } from '#app/domain/base/communities/read.ts';
import { factsOf } from '#app/domain/base/communities/facts.ts';
import type { Role } from '#app/domain/base/accounts/model.ts';
import { usualRule } from '#app/domain/pilot/panels/model.ts';
import { rankings } from '#app/domain/pilot/panels/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { aCall, anApplication } from '#tests/cycle.ts';
import { as, asked, binhu, ctxOf, hefei, test, today } from '#tests/world.ts';

const neighbour = '340111001';
const at = (day: string) => new Date(`${day}T02:00:00Z`);
const office = (db: Db, now = today) => as(db, 'programme-officer', '*', now);
const words = { title: '关于第一批拟列入试点名单的公示', body: '' };
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
      for (const read of [() => noticesAtDesk(ctx, {}), () => noticeAtDesk(ctx, id), () => callsWaiting(ctx)]) {
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
  });

  test('happens once', async ({ db }) => {
    const { id } = await onNotice(db);
    await expect(publishNotice(office(db), id, { starts: 'today' })).rejects.toThrow('notice-not-draft');
    await expect(editNotice(office(db), id, words)).rejects.toThrow('notice-not-draft');
    await expect(discardNotice(office(db), id)).rejects.toThrow('notice-not-draft');
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
    expect(community.children.total).toBe(3000);
    expect((await pilotsByProvince(ctxOf(db)))['34']).toBe(2);
    expect((await listPilots(ctxOf(db), { region: '3401' })).rows).toHaveLength(2);
    await expect(finaliseNotice(office(db, after), id)).rejects.toThrow('notice-final');
  });

  test('waits for the last day, for every answer and for the last day to appeal', async ({ db }) => {
    const { id } = await onNotice(db);
    const hold = await placeHold(ctxOf(db), id, true);
    await expect(finaliseNotice(office(db, at('2026-09-09')), id)).rejects.toThrow('notice-still-open');
    await expect(finaliseNotice(office(db, after), id)).rejects.toThrow('objections-open');
    await endHold(ctxOf(db), hold, '2026-09-17');
    await expect(finaliseNotice(office(db, at('2026-09-17')), id)).rejects.toThrow('objections-appealable');
    expect(await finaliseNotice(office(db, at('2026-09-18')), id)).toBe(2);
  });

  test('is refused by the database itself while something holds it, by whatever path', async ({ db }) => {
    const { id } = await onNotice(db);
    await placeHold(ctxOf(db), id, false);
    await expect(db.transaction((tx) => tx.execute(sql`update notices set state = 'final', final_at = ${after.toISOString()} where id = ${id}`))).rejects.toMatchObject({ cause: { code: 'OB003' } });
    expect(await getNotice(ctxOf(db), id)).toMatchObject({ objections: { all: 0, open: 0 } });
  });

  test('waits for what is being reconsidered, and for what was declined to be taken off', async ({ db }) => {
    const { id, one } = await onNotice(db);
    await db.execute(sql`insert into reconsiderations (application_id, ground, reason, old_outcome, opened_by, opened_by_name, opened_at) values (${one}, 'objection', '', 'accepted', '', '', now())`);
    await expect(finaliseNotice(office(db, after), id)).rejects.toThrow('entries-unsettled');
    await db.execute(sql`update reconsiderations set concluded_at = now()`);
    await db.execute(sql`update applications set status = 'declined' where id = ${one}`);
    await expect(finaliseNotice(office(db, after), id)).rejects.toThrow('entries-unsettled');
    await removeEntry(office(db, after), id, one, '复议后未通过，移出名单。');
    expect(await finaliseNotice(office(db, after), id)).toBe(1);
  });

  test('leaves out what was taken off', async ({ db }) => {
    const made = await onNotice(db);
    await removeEntry(office(db), made.id, made.two, '经核实情况属实，移出名单。');
    expect(await finaliseNotice(office(db, after), made.id)).toBe(1);
    await expect(getCommunity(ctxOf(db), neighbour)).rejects.toThrow('community-not-found');
  });
});

describe('a notice that is corrected', () => {
  const correction = { title: '关于第一批拟列入试点名单的公示（更正）', body: '', reason: '原标题漏写批次，现予更正。' };

  test('is shown anew, with its reason, and the earlier version stays to be read as it was', async ({ db }) => {
    const { id } = await onNotice(db);
    await correctNotice(office(db, at('2026-09-08')), id, correction);
    expect(await getNotice(ctxOf(db), id)).toMatchObject({ title: correction.title, version: 2, endsOn: '2026-09-11' });
    expect(await listVersions(ctxOf(db), id)).toMatchObject([{ version: 2, reason: correction.reason }, { version: 1, reason: '' }]);
    expect((await getVersion(ctxOf(db), id, 1)).content.title).toBe(words.title);
    expect(await eventsOf(db, id)).toContain('notice.corrected');
    await expect(correctNotice(office(db, at('2026-09-08')), id, correction)).rejects.toThrow('notice-unchanged');
    await expect(getVersion(ctxOf(db), id, 3)).rejects.toThrow('notice-version-not-found');
  });

  test('is not for others, not before it is published and not once it is final', async ({ db }) => {
    const { id } = await onNotice(db);
    await expect(correctNotice(as(db, 'government-officer', '*'), id, correction)).rejects.toThrow('not-allowed');
    await finaliseNotice(office(db, at('2026-09-10')), id);
    await expect(correctNotice(office(db), id, correction)).rejects.toThrow('notice-final');
  });

  test('lets the next in rank move up by a deed of its own, for a whole period', async ({ db }) => {
    const { id, one, callId } = await onNotice(db);
    const next = await anApplication(db, { callId, status: 'accepted', regionCode: '340111005' });
    const deed = { applicationId: next, reason: '名次第三，前面一家被移出。' };
    await expect(moveUp(office(db), id, deed)).rejects.toThrow('no-place-free');
    expect(await mayMoveUp(office(db), { id, callId })).toEqual([]);
    await removeEntry(office(db), id, one, '经核实情况属实，移出名单。');
    expect(await mayMoveUp(office(db), { id, callId })).toMatchObject([{ id: next }]);
    await expect(moveUp(office(db), id, { ...deed, applicationId: one })).rejects.toThrow('cannot-move-up');
    await moveUp(office(db, at('2026-09-08')), id, deed);
    const notice = await getNotice(ctxOf(db), id);
    expect(notice).toMatchObject({ version: 3, endsOn: '2026-09-17' });
    expect(notice.entries.at(-1)).toMatchObject({ applicationId: next, movedUpOn: '2026-09-08' });
    await expect(moveUp(office(db), id, deed)).rejects.toThrow('no-place-free');
  });

  test('goes by the ranking that was kept, whichever was decided first', async ({ db }) => {
    const { id, one, callId } = await onNotice(db);
    const [third, second, unranked] = [await anApplication(db, { callId, status: 'accepted', regionCode: '340111005' }), await anApplication(db, { callId, status: 'accepted', regionCode: '340111006' }), await anApplication(db, { callId, status: 'accepted', regionCode: '340111007' })];
    const ranked = [second, third].map((applicationId, at) => ({ id: applicationId, rank: at + 2, standing: 'accepted' as const, tiedWith: [], partedBy: null, lot: null }));
    for (const order of [ranked.map((row) => ({ ...row, rank: 5 - row.rank })), ranked]) await db.insert(rankings).values({ callId, rule: usualRule(callId), places: 3, entries: [], ranked: order, hash: 'hash', madeBy: 'office', madeByName: 'office', madeAt: today });
    await removeEntry(office(db), id, one, '经核实情况属实，移出名单。');
    expect(await mayMoveUp(office(db), { id, callId })).toMatchObject([{ id: second, rank: 2 }, { id: third, rank: 3 }, { id: unranked, rank: null }]);
    for (const applicationId of [third, unranked]) await expect(moveUp(office(db, at('2026-09-08')), id, { applicationId, reason: '前面一家被移出。递补。' })).rejects.toThrow('not-next-in-rank');
    await moveUp(office(db, at('2026-09-08')), id, { applicationId: second, reason: '名次第二，前面一家被移出。' });
  });

  test('is found when one letter of what was shown is changed', async ({ db }) => {
    const { id } = await onNotice(db);
    expect(await verifyNotices(db)).toEqual({ checked: 1, faults: [] });
    await db.execute(sql`update notices set title = title || '。' where id = ${id}`);
    expect((await verifyNotices(db)).faults).toEqual([{ what: 'notice-changed', where: `${id}/1` }]);
    await db.execute(sql`update notices set title = ${words.title} where id = ${id}`);
    await db.execute(sql`insert into notice_versions (notice_id, version, content, hash, published_by, published_at)
      select notice_id, 9, jsonb_set(content, '{entries,0,name}', '"别处"'), hash, '', published_at from notice_versions where notice_id = ${id}`);
    expect((await verifyNotices(db)).faults.map(({ what }) => what)).toEqual(['notice-changed', 'notice-unrecorded']);
  });
});
