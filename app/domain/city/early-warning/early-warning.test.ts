import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { change } from '#app/platform/change.ts';
import { records } from '#app/platform/tables.server.ts';
import { planInFile } from '#seed/city-data.ts';
import { as, baohe, ctxOf, hefei, person, test } from '#tests/world.ts';
import { answerAlert } from './answer-alert.ts';
import { assignOwner } from './assign-owner.ts';
import { alertAtDesk, listAlerts } from './at-desk.ts';
import { closeAlert, sendBack } from './close-alert.ts';
import { escalateAlerts } from './escalate.ts';
import { AnswerInput, JudgeInput, RuleInput } from './input.ts';
import { keepGrounds } from './keep-grounds.ts';
import { openAlerts } from './read.ts';
import { isMilder, type RuleCode, type Settings } from './model.ts';
import { ruleAtDesk, rulesAtDesk } from './rules-at-desk.ts';
import { saveRule } from './save-rule.ts';
import { switchOff, switchOn } from './switch-rule.ts';
import { alerts } from './tables.server.ts';
import { testRule } from './test-rule.ts';
import { watchAll } from './watch.ts';
import { noGround } from './weigh.ts';

const night = new Date('2025-06-30T20:30:00Z');
const later = (days: number) => new Date(night.getTime() + days * 86_400_000);
const office = (db: Db, now = night) => as(db, 'programme-officer', '*', now);
const city = (db: Db, now = night) => as(db, 'government-officer', hefei, now);
const second = (db: Db, now = night) => ctxOf(db, person('government-officer', hefei, 'second'), now);
const quarter = (db: Db, nth: number, value: string, regionCode = hefei) => recordValue(city(db), 'A08-1', ValueInput.parse({ regionCode, period: nth > 4 ? `2025Q${nth - 4}` : `2024Q${nth}`, value, reason: '核实后更正' }));

/** A plan that runs: childcare from 10 % in 2023 to 30 % in 2025, and one paper to be issued. */
async function aPlan(db: Db): Promise<void> {
  const { content, ...plan } = planInFile('city-3y-2023-2025');
  const childcare = content.actions.find(({ code }) => code === 'A08')!;
  const measured = { ...childcare.indicators[0]!, code: 'A08-1', baseline: { year: 2023, value: 10 }, targets: [{ year: 2025, op: '>=' as const, value: 30 }] };
  const silent = { ...measured, code: 'A08-2', baseline: null, targets: [{ year: 2025, op: '>=' as const, value: 100 }] };
  await loadPlan(city(db), { ...plan, content: { ...content, actions: [{ ...childcare, indicators: [measured, silent] }] } }, hefei, { reason: '按来源载入' });
}

async function switchAllOn(db: Db): Promise<void> {
  for (const rule of ['W1', 'W2', 'W4', 'W5'] as const) {
    await testRule(office(db), '*', rule, 1);
    await switchOn(office(db), '*', rule, 1);
  }
}
const aPerson = (db: Db, id: string, name = id) => db.insert(users).values({ id, name, email: `${id}@example.org` });
const held = (db: Db, rule: 'W1' | 'W2' | 'W4' = 'W2', regionCode = hefei) => db.select().from(alerts).where(and(eq(alerts.regionCode, regionCode), eq(alerts.rule, rule)));

describe('a rule', () => {
  test('warns of nothing until a version is back-tested and switched on, and the back-test says what it would have said', async ({ db }) => {
    await aPlan(db);
    for (const [nth, value] of ['12', '13', '13', '14', '14'].entries()) await quarter(db, nth + 1, value);
    await expect(switchOn(office(db), '*', 'W2', 1)).rejects.toThrow('warning-rule-not-tested');
    await watchAll(ctxOf(db, undefined, night));
    expect(await held(db)).toEqual([]);
    const told = await testRule(city(db), hefei, 'W2', 1).catch((error: Error) => error.message);
    expect(told).toBe('warning-rule-not-found');
    const read = await testRule(office(db), '*', 'W2', 1);
    expect(read).toMatchObject({ alerts: 1, undecided: 1, byLevel: { yellow: 0, orange: 0, red: 1 } });
    await switchOn(office(db), '*', 'W2', 1);
    await expect(switchOn(office(db), '*', 'W2', 1)).rejects.toThrow('warning-rule-unchanged');
    await watchAll(ctxOf(db, undefined, night));
    expect(await held(db)).toMatchObject([{ level: 'red', state: 'open', department: 'wj', ruleRegion: '*', ground: { actual: 14, target: 30 } }]);
  });

  test('has versions of its own for a region, which count there before those above, and is kept in order', async ({ db }) => {
    await aPlan(db);
    await quarter(db, 5, '14');
    await switchAllOn(db);
    const milder = { yellow: '60', orange: '50', red: '40', answerYellow: '9', answerOrange: '5', answerRed: '2', version: '0', reason: '本市基数低，先放宽' };
    await expect(saveRule(city(db), hefei, 'W2', RuleInput.parse({ ...milder, orange: '90' }))).rejects.toThrow('levels-out-of-order');
    await expect(saveRule(city(db), '3301', 'W2', RuleInput.parse(milder))).rejects.toThrow('not-allowed');
    await expect(saveRule(as(db, 'expert', '*'), '*', 'W2', RuleInput.parse(milder))).rejects.toThrow('not-allowed');
    expect(await saveRule(city(db), hefei, 'W2', RuleInput.parse(milder))).toBe(1);
    await expect(saveRule(city(db), hefei, 'W2', RuleInput.parse(milder))).rejects.toThrow('changed-meanwhile');
    await expect(saveRule(city(db), hefei, 'W2', RuleInput.parse({ ...milder, version: '1' }))).rejects.toThrow('warning-rule-unchanged');
    await testRule(city(db), hefei, 'W2', 1);
    await switchOn(office(db), hefei, 'W2', 1);
    await watchAll(ctxOf(db, undefined, night));
    expect(await held(db)).toEqual([]);
    await switchOff(office(db), hefei, 'W2');
    await watchAll(ctxOf(db, undefined, night));
    expect(await held(db)).toMatchObject([{ ruleRegion: '*', ruleVersion: 1 }]);
    expect((await rulesAtDesk(city(db), '*')).mayEdit).toBe(false);
    await expect(rulesAtDesk(city(db), '3301')).rejects.toThrow('not-allowed');
    const shown = await rulesAtDesk(city(db), hefei);
    expect(shown.rules.map(({ rule, inForce }) => [rule, inForce?.regionCode ?? null])).toEqual([['W1', '*'], ['W2', '*'], ['W3', null], ['W4', '*'], ['W5', '*'], ['W6', null]]);
  });
});

describe('who is watched', () => {
  const version = { answerYellow: '10', answerOrange: '5', answerRed: '2', version: '0', reason: '区里自己的一版' };
  const district = (db: Db) => as(db, 'government-officer', baohe, night);
  const colleague = (db: Db) => ctxOf(db, person('government-officer', baohe, 'colleague'), night);
  const shown = async (ctx: ReturnType<typeof city>) => (await ruleAtDesk(ctx, 'W2', baohe)).versions[0]!.switching;

  test('does not switch the watch off by a milder version: somebody of the region above does, and never its writer', async ({ db }) => {
    await switchAllOn(db);
    await saveRule(district(db), baohe, 'W2', RuleInput.parse(version));
    await testRule(district(db), baohe, 'W2', 1);
    await expect(switchOn(district(db), baohe, 'W2', 1)).rejects.toThrow('warning-rule-own-version');
    await expect(switchOn(colleague(db), baohe, 'W2', 1)).rejects.toThrow('warning-rule-milder');
    expect([await shown(district(db)), await shown(colleague(db)), await shown(city(db))].map(({ bar }) => bar)).toEqual(['warning-rule-own-version', 'warning-rule-milder', null]);
    await switchOn(city(db), baohe, 'W2', 1);
    expect((await rulesAtDesk(city(db), baohe)).rules[1]!.inForce).toMatchObject({ regionCode: baohe, version: 1 });
    await switchOff(district(db), baohe, 'W2');
  });

  test('may be stricter by a colleague, and then does not go back without the region above', async ({ db }) => {
    await switchAllOn(db);
    await saveRule(district(db), baohe, 'W2', RuleInput.parse({ ...version, yellow: '98', orange: '90', red: '80' }));
    await testRule(district(db), baohe, 'W2', 1);
    await expect(switchOn(district(db), baohe, 'W2', 1)).rejects.toThrow('warning-rule-own-version');
    await switchOn(colleague(db), baohe, 'W2', 1);
    await expect(switchOff(district(db), baohe, 'W2')).rejects.toThrow('warning-rule-own-version');
    await expect(switchOff(colleague(db), baohe, 'W2')).rejects.toThrow('warning-rule-milder');
    await saveRule(district(db), baohe, 'W2', RuleInput.parse({ ...version, version: '1', yellow: '95', orange: '85', red: '70' }));
    await testRule(district(db), baohe, 'W2', 2);
    await expect(switchOn(colleague(db), baohe, 'W2', 2)).rejects.toThrow('warning-rule-milder');
    await switchOff(city(db), baohe, 'W2');
    await expect(switchOff(city(db), baohe, 'W2')).rejects.toThrow('warning-rule-not-found');
  });

  test('is milder with fewer levels, later bounds or longer days', () => {
    const days = { yellow: 10, orange: 5, red: 2 };
    const of = (levels: Settings['levels'], more: Partial<Settings> = {}): Settings => ({ levels, reportDays: 30, answerDays: days, ...more });
    const late = of({ yellow: 7, red: 30 });
    expect([of({ yellow: 7 }), of({ yellow: 8, red: 30 }), of({ yellow: 7, red: 30 }, { reportDays: 31 }), of({ yellow: 7, red: 30 }, { answerDays: { ...days, red: 3 } })].map((each) => isMilder('W1', each, late))).toEqual([true, true, true, true]);
    expect([late, of({ yellow: 5, orange: 6, red: 20 })].map((each) => isMilder('W1', each, late))).toEqual([false, false]);
    expect([isMilder('W2', of({ red: 60 }), of({ red: 70 })), isMilder('W2', of({ red: 80 }), of({ red: 70 }))]).toEqual([true, false]);
    expect([isMilder('W5', of({ yellow: 1 }), of({ red: 1 })), isMilder('W5', of({}), of({ red: 1 })), isMilder('W5', of({ red: 1 }), of({ yellow: 1 }))]).toEqual([true, true, false]);
  });
});

describe('a night', () => {
  test('raises one alert for region, indicator and rule, lets it rise and fall, ends it when the ground is gone, and keeps it', async ({ db }) => {
    await aPlan(db);
    await switchAllOn(db);
    await quarter(db, 5, '20');
    expect(await watchAll(ctxOf(db, undefined, night))).toContain('raised');
    expect(await watchAll(ctxOf(db, undefined, night))).toContain('raised 0 rose 0 fell 0 ended 0');
    expect(await held(db)).toMatchObject([{ level: 'yellow', endedOn: null }]);
    await quarter(db, 5, '17');
    await watchAll(ctxOf(db, undefined, night));
    expect(await held(db)).toMatchObject([{ level: 'orange', ground: { actual: 17 } }]);
    await quarter(db, 5, '20.5');
    await watchAll(ctxOf(db, undefined, night));
    expect(await held(db)).toMatchObject([{ level: 'yellow' }]);
    await quarter(db, 5, '22');
    await watchAll(ctxOf(db, undefined, night));
    expect(await held(db)).toMatchObject([{ state: 'ended', endedOn: '2025-07-01', verdict: null }]);
    await quarter(db, 5, '12');
    await watchAll(ctxOf(db, undefined, night));
    expect((await held(db)).map(({ state }) => state).toSorted()).toEqual(['ended', 'open']);
  });

  test('takes silence for an alert and a missing figure never for nought', async ({ db }) => {
    await aPlan(db);
    await switchAllOn(db);
    await watchAll(ctxOf(db, undefined, night));
    expect(await held(db, 'W2')).toEqual([]);
    expect((await held(db, 'W1')).map(({ level, ground }) => [level, ground.actual])).toEqual([['red', null], ['red', null]]);
    await quarter(db, 1, '0');
    await watchAll(ctxOf(db, undefined, night));
    expect((await held(db, 'W1')).filter(({ endedOn }) => endedOn === null)).toHaveLength(1);
    expect(await held(db, 'W2')).toMatchObject([{ level: 'red', ground: { actual: 0 } }]);
  });

  test("warns of the nation's own late sheets, and the back-test knows them", async ({ db }) => {
    await switchAllOn(db);
    const before = await testRule(office(db), '*', 'W1', 1);
    await openRound(as(db, 'programme-officer', '*', new Date('2025-04-02T02:00:00Z')), OpenRoundInput.parse({ regionCode: '*', zh: '全国一季度填报', en: 'First quarter', period: '2025年第一季度', codes: 'A08-1', department: '2025-05-01' }));
    expect((await testRule(office(db), '*', 'W1', 1)).alerts).toBe(before.alerts + 1);
    await watchAll(ctxOf(db, undefined, night));
    expect((await held(db, 'W1', '*')).filter(({ ground }) => ground.dueOn === '2025-05-01')).toMatchObject([{ level: 'red', countyCode: 0, state: 'open' }]);
  });

  test('tells each region once a day in one message, and those above when nobody answers in time', async ({ db }) => {
    await aPlan(db);
    await switchAllOn(db);
    for (const [id, regionCode] of [['city', hefei], ['elsewhere', '3301'], ['province', '34']] as const) {
      await aPerson(db, id);
      await db.insert(roleGrants).values({ userId: id, role: 'government-officer', regionCode, grantedBy: 'system', grantedAt: night });
    }
    await quarter(db, 5, '12');
    await watchAll(ctxOf(db, undefined, night));
    await watchAll(ctxOf(db, undefined, night));
    const heard = async (kind: string) => (await db.select({ userId: messages.userId }).from(messages).where(eq(messages.kind, kind))).map(({ userId }) => userId).toSorted();
    expect(await heard('warning-digest')).toEqual(['city', 'province']);
    expect(Number(await escalateAlerts(ctxOf(db, undefined, later(30))))).toBeGreaterThan(0);
    expect(new Set(await heard('warning-late'))).toEqual(new Set(['city']));
    await escalateAlerts(ctxOf(db, undefined, later(60)));
    expect(new Set(await heard('warning-late'))).toEqual(new Set(['city', 'province']));
    expect(await escalateAlerts(ctxOf(db, undefined, later(60)))).toBe('0');
  });
});

describe('an alert', () => {
  async function anAlert(db: Db): Promise<string> {
    await aPlan(db);
    await switchAllOn(db);
    await aPerson(db, 'government-officer-3401');
    await quarter(db, 5, '17');
    await watchAll(ctxOf(db, undefined, night));
    return (await held(db))[0]!.id;
  }
  const answer = AnswerInput.parse({ reason: '两个托育项目推迟开园', measure: '九月底前开园，增加 300 个托位', measureBy: '2025-09-30' });
  const real = JudgeInput.parse({ verdict: 'real', words: '' });

  test('is answered by one person and closed by another, judged real or not, and leaves its steps', async ({ db }) => {
    const id = await anAlert(db);
    await expect(closeAlert(second(db), id, real)).rejects.toThrow('alert-not-answered');
    await expect(answerAlert(as(db, 'government-officer', '3301', night), id, answer)).rejects.toThrow('not-allowed');
    await expect(answerAlert(as(db, 'community-worker', hefei, night), id, answer)).rejects.toThrow('not-allowed');
    await expect(answerAlert(as(db, 'government-officer', baohe, night), id, answer)).rejects.toThrow('not-allowed');
    await expect(answerAlert(city(db), id, { ...answer, measureBy: '2025-06-01' })).rejects.toThrow('measure-in-the-past');
    await answerAlert(city(db), id, answer);
    await expect(answerAlert(city(db), id, answer)).rejects.toThrow('alert-not-open');
    await expect(closeAlert(city(db), id, real)).rejects.toThrow('alert-own-answer');
    await expect(sendBack(city(db), id, { words: '再补充一下' })).rejects.toThrow('alert-own-answer');
    await expect(closeAlert(as(db, 'expert', '*', night), id, real)).rejects.toThrow('not-allowed');
    await sendBack(second(db), id, { words: '没有写清楚谁来办' });
    await answerAlert(city(db), id, answer);
    await closeAlert(second(db), id, real);
    await expect(closeAlert(second(db), id, real)).rejects.toThrow('alert-not-answered');
    const { alert, steps } = await alertAtDesk(city(db), id);
    expect(alert).toMatchObject({ state: 'closed', verdict: 'real' });
    expect(steps.map(({ kind }) => kind)).toEqual(['raised', 'answered', 'sent-back', 'answered', 'closed']);
    expect((await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id))).map(({ event }) => event)).toEqual(['alert.answered', 'alert.sent-back', 'alert.answered', 'alert.closed']);
    expect((await rulesAtDesk(city(db), hefei)).rules.find(({ rule }) => rule === 'W2')!.precision).toEqual({ judged: 1, real: 1 });
  });

  test('stays closed while its ground is no worse, opens again when it is, and can be judged after it ended by itself', async ({ db }) => {
    const id = await anAlert(db);
    await answerAlert(city(db), id, answer);
    await closeAlert(second(db), id, JudgeInput.parse({ verdict: 'false', words: '口径没有换算' }));
    await watchAll(ctxOf(db, undefined, later(1)));
    expect(await held(db)).toMatchObject([{ state: 'closed' }]);
    await quarter(db, 5, '9');
    await watchAll(ctxOf(db, undefined, later(2)));
    expect(await held(db)).toMatchObject([{ state: 'open', level: 'red', verdict: null }]);
    await quarter(db, 5, '22');
    await watchAll(ctxOf(db, undefined, later(3)));
    await closeAlert(second(db), id, real);
    expect(await held(db)).toMatchObject([{ state: 'ended', verdict: 'real' }]);
    await expect(closeAlert(second(db), id, real)).rejects.toThrow('alert-not-answered');
  });

  test('that ended by itself is not judged by its owner', async ({ db }) => {
    const id = await anAlert(db);
    await db.insert(roleGrants).values({ userId: 'government-officer-3401', role: 'government-officer', regionCode: hefei, grantedBy: 'system', grantedAt: night });
    await assignOwner(second(db), id, { ownerId: city(db).actor.id });
    await quarter(db, 5, '22');
    await watchAll(ctxOf(db, undefined, later(1)));
    expect((await alertAtDesk(city(db), id)).isOwnEnded).toBe(true);
    await expect(closeAlert(city(db), id, real)).rejects.toThrow('alert-own-ended');
    await closeAlert(second(db), id, real);
    expect(await held(db)).toMatchObject([{ state: 'ended', verdict: 'real' }]);
  });

  test('of an unusual change or a contradiction ends when it was judged of one period and another is found, and a fresh one is raised', async ({ db }) => {
    const found = (rule: RuleCode, period: number) => ({ rule, level: 'yellow' as const, regionCode: hefei, indicatorId: 1, ruleRegion: '*', ruleVersion: 1, planId: null, department: 'wj', ground: { ...noGround, period, actual: 3 } });
    const keep = (grounds: ReturnType<typeof found>[]) => change(ctxOf(db, undefined, night), async (tx) => {
      await tx.record('alerts.watched', { id: '34', regionCode: '34' }, {});
      return keepGrounds(tx, [340100, 340100], grounds, '2025-07-01', () => '2025-07-15');
    });
    const [before, now] = [2023400, 2024400];
    await keep([found('W4', before), found('W6', before), found('W5', before)]);
    for (const { id } of await db.select({ id: alerts.id }).from(alerts).where(eq(alerts.regionCode, hefei))) {
      await answerAlert(city(db), id, { ...answer, measureBy: null });
      await closeAlert(second(db), id, JudgeInput.parse({ verdict: 'false', words: '' }));
    }
    expect(await keep([found('W4', before), found('W6', before), found('W5', before)])).toMatchObject({ raised: 0, ended: 0 });
    expect(await keep([found('W4', now), found('W6', now), found('W5', now)])).toMatchObject({ raised: 2, ended: 2, reopened: 0 });
    expect((await held(db, 'W4')).map(({ state, verdict, endedOn, ground }) => [state, verdict, endedOn, ground.period]).toSorted()).toEqual([['closed', 'false', '2025-07-01', before], ['open', null, null, now]]);
  });

  test('has an owner who may own it, and is seen by those of its region only', async ({ db }) => {
    const id = await anAlert(db);
    await aPerson(db, 'ms-he', '何川');
    await expect(assignOwner(city(db), id, { ownerId: 'ms-he' })).rejects.toThrow('owner-may-not');
    await db.insert(roleGrants).values({ userId: 'ms-he', role: 'government-officer', regionCode: hefei, grantedBy: 'system', grantedAt: night });
    await assignOwner(city(db), id, { ownerId: 'ms-he' });
    expect((await alertAtDesk(city(db), id)).alert.ownerName).toBe('何川');
    expect(await db.$count(messages, eq(messages.kind, 'warning-assigned'))).toBe(1);
    await expect(alertAtDesk(as(db, 'government-officer', '3301', night), id)).rejects.toThrow('not-allowed');
    expect((await listAlerts(as(db, 'government-officer', '3301', night), {})).page.rows).toEqual([]);
    expect((await openAlerts(ctxOf(db), hefei)).length).toBeGreaterThan(0);
    expect(await openAlerts(ctxOf(db), '3301')).toEqual([]);
    await expect(alertAtDesk(city(db), '0198f000-0000-7000-8000-000000000000')).rejects.toThrow('alert-not-found');
  });
});
