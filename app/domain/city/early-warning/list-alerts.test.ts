import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { messageSentence } from '#app/i18n/inbox.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { as, baohe, ctxOf, hefei, person, test } from '#tests/world.ts';
import { pageOfAlerts } from './alert-pages.ts';
import { answerAlert } from './answer-alert.ts';
import { actOnSeveral } from './act-on-several.ts';
import { assignOwner } from './assign-owner.ts';
import { tellDigests } from './digest.ts';
import { escalateAlerts } from './escalate.ts';
import { keepGrounds } from './keep-grounds.ts';
import { alertsDue, idsInFold, listAlerts } from './list-alerts.ts';
import { type AlertLevel, foldMark } from './model.ts';
import { openAlerts } from './read.ts';
import { alerts, alertSteps } from './tables.server.ts';
import { noGround } from './weigh.ts';
import type { AlertFilter } from './which-alerts.ts';

const night = new Date('2025-06-30T20:30:00Z');
const city = (db: Db) => as(db, 'government-officer', hefei, night);
const second = (db: Db) => ctxOf(db, person('government-officer', hefei, 'second'), night);

/** Three alerts: a yellow and a red one of a district, and an orange one of the city. */
async function raise(db: Db): Promise<void> {
  const found = (regionCode: string, indicatorId: number, level: AlertLevel, department: string) => ({ rule: 'W5' as const, level, regionCode, indicatorId, ruleRegion: '*', ruleVersion: 1, planId: null, department, ground: { ...noGround, actual: 3 } });
  await change(ctxOf(db, undefined, night), async (tx) => {
    await tx.record('alerts.watched', { id: '34', regionCode: '34' }, {});
    await keepGrounds(tx, [340100, 340199], [found(baohe, 1, 'yellow', 'wj'), found(baohe, 2, 'red', 'jyt'), found(hefei, 3, 'orange', 'wj')], '2025-07-01', () => '2025-07-15');
  });
}
const levels = ({ page }: Awaited<ReturnType<typeof listAlerts>>) => page.rows.map(({ level }) => level);

describe('the list of alerts', () => {
  test('shows the worst first, goes on where a page ended, and tells districts to choose from', async ({ db }) => {
    await raise(db);
    const all = await listAlerts(city(db), { state: 'open' });
    expect(levels(all)).toEqual(['red', 'orange', 'yellow']);
    expect(all.sums).toMatchObject({ open: 3, red: 1 });
    expect(all.districts.map(({ code }) => code)).toContain(baohe);
    const [red, orange, yellow] = all.page.rows;
    expect(levels(await listAlerts(city(db), { state: 'open', after: red!.id }))).toEqual(['orange', 'yellow']);
    expect(levels(await listAlerts(city(db), { state: 'open', before: yellow!.id }))).toEqual(['red', 'orange']);
    expect(levels(await listAlerts(city(db), { state: 'open', after: orange!.id }))).toEqual(['yellow']);
  });

  test('is narrowed to a district, a department, and to what is one’s own', async ({ db }) => {
    await raise(db);
    expect(levels(await listAlerts(city(db), { state: 'open', department: 'wj' }))).toEqual(['orange', 'yellow']);
    const here = await listAlerts(city(db), { state: 'open', region: baohe });
    expect([levels(here), here.sums.open]).toEqual([['red', 'yellow'], 2]);
    expect(levels(await listAlerts(city(db), { state: 'open', owner: 'mine' }))).toEqual([]);
    expect(levels(await listAlerts(city(db), { state: 'open', owner: 'nobody' }))).toHaveLength(3);
  });

  test('of what is over is narrowed by what became of it, by the days it was raised and by district, and says how many there are', async ({ db }) => {
    const own = { countyCode: countyCode(baohe), regionCode: baohe, ruleRegion: '*', ruleVersion: 1, department: 'wj', level: 'red', ground: noGround, dueOn: '2025-07-08', state: 'ended', endedOn: '2025-08-01' } as const;
    const closed = { state: 'closed', closedAt: night } as const;
    const ids = await db.insert(alerts).values([
      { ...own, indicatorId: 1, rule: 'W2', raisedOn: '2025-03-01' }, { ...own, indicatorId: 2, rule: 'W5', raisedOn: '2025-04-01' }, { ...own, indicatorId: 3, rule: 'W4', raisedOn: '2025-05-01', verdict: 'false' },
      { ...own, indicatorId: 4, rule: 'W3', raisedOn: '2025-06-01', ...closed, verdict: 'real' }, { ...own, countyCode: countyCode('340104'), regionCode: '340104', indicatorId: 1, rule: 'W2', raisedOn: '2025-03-02' },
    ]).returning({ alertId: alerts.id });
    await db.insert(alertSteps).values({ countyCode: countyCode(baohe), alertId: ids[1]!.alertId, kind: 'unwatched', level: 'red', at: night });
    const rules = async (asked: AlertFilter) => (await listAlerts(city(db), asked)).page.rows.map(({ rule }) => rule);
    expect(await rules({ outcome: 'real' })).toEqual(['W3']);
    expect(await rules({ state: 'ended', outcome: 'false' })).toEqual(['W4']);
    expect(await rules({ state: 'ended', outcome: 'unwatched' })).toEqual(['W5']);
    expect(await rules({ state: 'ended', outcome: 'unjudged', region: baohe })).toEqual(['W5', 'W2']);
    expect(await rules({ state: 'ended', from: '2025-03-02', until: '2025-04-30' })).toEqual(['W2', 'W5']);
    expect(await rules({ state: 'ended', from: '2025-04-30', until: '2025-03-02' })).toEqual(['W2', 'W5']);
    const here = await listAlerts(city(db), { state: 'ended', region: '340104' });
    expect([here.found, here.districts.map(({ code }) => code)]).toEqual([1, ['340104', baohe]]);
    expect((await listAlerts(city(db), { state: 'ended' })).found).toBe(4);
    const first = await pageOfAlerts(city(db), { state: 'ended', region: baohe }, 2);
    const second = await pageOfAlerts(city(db), { state: 'ended', region: baohe, after: first.next }, 2);
    expect([...first.rows, ...second.rows].map(({ rule, isUnwatched, verdict }) => [rule, isUnwatched, verdict])).toEqual([['W4', false, 'false'], ['W5', true, null], ['W2', false, null]]);
    expect((await pageOfAlerts(as(db, 'government-officer', '3301', night), {})).rows).toEqual([]);
    await expect(pageOfAlerts(as(db, 'expert', '*', night), {})).rejects.toThrow('not-allowed');
  });

  test('is told to other rooms by its first lines and its sums, of a region or of one department in it', async ({ db }) => {
    await raise(db);
    const today = '2025-07-15';
    expect(await openAlerts(ctxOf(db), hefei, { today, size: 1 })).toMatchObject({ alerts: [{ level: 'red', regionCode: baohe }], sums: { all: 3, open: 3, red: 1, today: 3, late: 0 } });
    expect((await openAlerts(ctxOf(db), baohe, { today: '2025-07-16', size: 5 })).sums).toEqual({ all: 2, open: 2, red: 1, today: 0, late: 2 });
    expect((await openAlerts(ctxOf(db), hefei, { today, size: 5, department: { id: 'jyt', indicatorIds: [1] } })).alerts.map(({ level }) => level)).toEqual(['red']);
    expect(await openAlerts(ctxOf(db), '3301', { today, size: 5 })).toEqual({ alerts: [], sums: { all: 0, open: 0, red: 0, today: 0, late: 0 } });
  });

  test('tells each person first what they may do now: what somebody else owns and what they answered themselves is left out', async ({ db }) => {
    await raise(db);
    const [red, orange, yellow] = (await listAlerts(city(db), { state: 'open' })).page.rows;
    const ctx = city(db);
    await db.update(alerts).set({ ownerId: 'somebody-else' }).where(eq(alerts.id, yellow!.id));
    await answerAlert(ctx, red!.id, { reason: '数据迟到', measure: '月底补报', measureBy: null });
    const mine = async (who: typeof ctx) => (await openAlerts(who, hefei, { today: '2025-07-16', size: 5, forMe: true })).alerts.map(({ id }) => id);
    expect(await mine(ctx)).toEqual([orange!.id]);
    expect(await mine(as(db, 'government-officer', '34', night))).toEqual([orange!.id, red!.id]);
    expect((await openAlerts(ctx, hefei, { today: '2025-07-16', size: 5, forMe: true })).sums).toMatchObject({ all: 3, open: 2, late: 2 });
  });

  test('offers people as owners, and no systems', async ({ db }) => {
    await raise(db);
    const { actor } = city(db);
    await db.insert(users).values({ id: actor.id, name: actor.name, email: 'officer@example.org' });
    await db.insert(users).values({ id: 'machine', name: '某系统', email: 'machine@example.org', username: 'system-0123456789' });
    for (const userId of ['machine', actor.id]) await db.insert(roleGrants).values({ userId, role: 'government-officer', regionCode: hefei, grantedBy: 'system', grantedAt: night });
    const { page, people } = await listAlerts(city(db), { state: 'open', region: hefei });
    expect(people.map(({ id }) => id)).toEqual([actor.id]);
    await assignOwner(city(db), page.rows[0]!.id, { ownerId: actor.id });
    expect(levels(await listAlerts(city(db), { state: 'open', owner: 'mine' }))).toEqual(['red']);
  });
});

describe('what is not reported', () => {
  const place = '340111002';
  const silent = (regionCode: string, indicatorId: number, dueOn: string, level: AlertLevel = 'yellow') => ({ rule: 'W1' as const, level, regionCode, indicatorId, ruleRegion: '*', ruleVersion: 1, planId: null, department: 'wj', ground: { ...noGround, dueOn } });
  const raiseSilence = (db: Db) => change(ctxOf(db, undefined, night), async (tx) => {
    await tx.record('alerts.watched', { id: '34', regionCode: '34' }, {});
    await keepGrounds(tx, [340100, 340199], [silent(baohe, 1, '2025-05-21'), silent(baohe, 2, '2025-06-10', 'red'), silent(place, 3, '2025-06-20'), silent(hefei, 4, '2025-06-20'), { ...silent(hefei, 5, '2025-06-20'), rule: 'W5' as const }], '2025-07-01', () => '2025-07-15');
  });

  test('is one line for a district with what lies in it, in the list, the sums, at the desk and in other rooms, and opens to its rows', async ({ db }) => {
    await raiseSilence(db);
    const { page, sums } = await listAlerts(city(db), { state: 'open' });
    expect(page.rows.map(({ regionCode, many, silence }) => [regionCode, many, silence?.code ?? null, silence?.days ?? null])).toEqual([[baohe, 3, baohe, 41], [hefei, 1, null, null], [hefei, 1, null, null]]);
    expect(sums).toMatchObject({ open: 3, red: 1 });
    expect(await alertsDue(city(db))).toHaveLength(3);
    expect(await openAlerts(ctxOf(db), hefei, { today: '2025-07-15', size: 1 })).toMatchObject({ alerts: [{ many: 3, oldest: '2025-05-21' }], sums: { all: 3, open: 3, red: 1 } });
    const [head] = page.rows;
    expect((await listAlerts(city(db), { state: 'open', after: head!.id })).page.rows).toHaveLength(2);
    const opened = await listAlerts(city(db), { state: 'open', silent: baohe });
    expect(opened.page.rows.map(({ level, silence }) => [level, silence])).toEqual([['red', null], ['yellow', null], ['yellow', null]]);
    expect(await idsInFold(city(db), baohe, { state: 'open', level: 'yellow' })).toHaveLength(2);
    await expect(idsInFold(as(db, 'government-officer', '3301', night), baohe, { state: 'open' })).rejects.toThrow('silence-not-found');
  });

  test('is answered together, one place at a time; a line of no place stands for nothing, and what is not silence is answered by itself', async ({ db }) => {
    await raiseSilence(db);
    const words = { reason: '同一个系统没有对接', measure: '七月底前补报', measureBy: null };
    const answer = (...id: string[]) => actOnSeveral(city(db), { deed: 'answer', id, ...words }, { state: 'open' });
    const missed = (await listAlerts(city(db), { state: 'open', rule: 'W5' })).page.rows[0]!.id;
    for (const place of ['', '34', '999999', '*', "' or true --"]) await expect(answer(`${foldMark}${place}`)).rejects.toThrow('silence-not-found');
    await expect(answer(`${foldMark}${baohe}`, missed)).rejects.toThrow('together-only-silence');
    await expect(answer(`${foldMark}${baohe}`, `${foldMark}${hefei}`)).rejects.toThrow('together-only-silence');
    await expect(actOnSeveral(second(db), { deed: 'close', id: [missed], verdict: 'false', words: '' }, { state: 'answered' })).rejects.toThrow('together-only-silence');
    expect((await listAlerts(city(db), { state: 'answered' })).page.rows).toEqual([]);
    expect(await answer(`${foldMark}${baohe}`)).toEqual({ deed: 'answer', done: 3, refused: {} });
    expect(await actOnSeveral(second(db), { deed: 'close', id: [`${foldMark}${baohe}`], verdict: 'real', words: '' }, { state: 'answered' })).toMatchObject({ done: 3 });
    expect(await actOnSeveral(city(db), { deed: 'assign', id: [missed, `${foldMark}${hefei}`], ownerId: 'nobody-there' }, { state: 'open' })).toEqual({ deed: 'assign', done: 0, refused: { 'owner-may-not': 2 } });
  });

  test('is answered with one sentence up to so many', async ({ db }) => {
    const many = Array.from({ length: 101 }, (_, at) => silent(baohe, at + 1, '2025-05-21'));
    await change(ctxOf(db, undefined, night), async (tx) => {
      await tx.record('alerts.watched', { id: '34', regionCode: '34' }, {});
      await keepGrounds(tx, [340100, 340199], many, '2025-07-01', () => '2025-07-15');
    });
    await expect(actOnSeveral(city(db), { deed: 'answer', id: [`${foldMark}${baohe}`], reason: '系统没有对接', measure: '七月底前补报', measureBy: null }, { state: 'open' })).rejects.toThrow('too-many-together');
  });

  test('is told once, however many figures are given to one person or late', async ({ db }) => {
    await raiseSilence(db);
    await db.insert(users).values({ id: 'ms-he', name: '何川', email: 'ms-he@example.org' });
    await db.insert(roleGrants).values({ userId: 'ms-he', role: 'government-officer', regionCode: hefei, grantedBy: 'system', grantedAt: night });
    for (const id of await idsInFold(city(db), baohe, { state: 'open' })) await assignOwner(city(db), id, { ownerId: 'ms-he' });
    await tellDigests(ctxOf(db, undefined, night));
    await escalateAlerts(ctxOf(db, undefined, new Date('2025-07-20T20:30:00Z')));
    const heard = await db.select({ kind: messages.kind, params: messages.params, link: messages.link }).from(messages).orderBy(messages.kind, messages.link);
    expect(heard.map(({ kind, link }) => [kind, link.replace(/[0-9a-f-]{36}/, 'id')])).toEqual([
      ['silence-assigned', `/desk/warnings?silent=${baohe}`], ['silence-late', `/desk/warnings?silent=${hefei}`], ['silence-late', `/desk/warnings?silent=${baohe}`], ['warning-digest', '/desk/warnings'], ['warning-late', '/desk/warnings/id'],
    ]);
    expect(heard[3]!.params).toMatchObject({ fresh: 3, waiting: 3, red: 1, mine: 1, first: '包河区 1' });
    expect(messageSentence({ kind: 'warning-digest', params: { ...heard[3]!.params, fresh: 0, late: 2 } }, 'zh-CN')).toBe('“安徽省 合肥市”监测预警：今天没有新增，等答复 3 条，由您承办 1 条。已逾期 2 条，请先答复逾期的。先看：包河区 1。');
  });
});
