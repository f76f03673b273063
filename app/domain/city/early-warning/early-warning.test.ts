import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { aPerson, aPlan, city, held, later, night, office, otherOffice, quarter, switchAllOn, tried } from '#tests/warned-city.ts';
import { as, baohe, ctxOf, hefei, person, test } from '#tests/world.ts';
import { escalateAlerts } from './escalate.ts';
import { RuleInput } from './input.ts';
import { isMilder, type Settings } from './model.ts';
import { ruleAtDesk, rulesAtDesk } from './rules-at-desk.ts';
import { saveRule } from './save-rule.ts';
import { switchOff, switchOn } from './switch-rule.ts';
import { testRule } from './test-rule.ts';
import { alerts } from './tables.server.ts';
import { watchAll } from './watch.ts';
import { noGround } from './weigh.ts';

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
    await switchOn(otherOffice(db), '*', 'W2', 1, tried);
    await expect(switchOn(otherOffice(db), '*', 'W2', 1)).rejects.toThrow('warning-rule-unchanged');
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
    await switchOn(office(db), hefei, 'W2', 1, tried);
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
    await switchOn(city(db), baohe, 'W2', 1, tried);
    expect((await rulesAtDesk(city(db), baohe)).rules[1]!.inForce).toMatchObject({ regionCode: baohe, version: 1 });
    await switchOff(district(db), baohe, 'W2');
  });

  test('may be stricter by a colleague, and then does not go back without the region above', async ({ db }) => {
    await switchAllOn(db);
    await saveRule(district(db), baohe, 'W2', RuleInput.parse({ ...version, yellow: '98', orange: '90', red: '80' }));
    await testRule(district(db), baohe, 'W2', 1);
    await expect(switchOn(district(db), baohe, 'W2', 1)).rejects.toThrow('warning-rule-own-version');
    await switchOn(colleague(db), baohe, 'W2', 1, tried);
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
    expect(new Set(await heard('warning-late'))).toEqual(new Set(['city', 'province']));
    await escalateAlerts(ctxOf(db, undefined, later(60)));
    expect(await escalateAlerts(ctxOf(db, undefined, later(60)))).toBe('0');
  });

  test('goes up one region at a time: of a district to its city first, then to the province; of a city to the province', async ({ db }) => {
    for (const [id, regionCode] of [['district', baohe], ['city', hefei], ['province', '34'], ['nation', '*']] as const) {
      await aPerson(db, id);
      await db.insert(roleGrants).values({ userId: id, role: regionCode === '*' ? 'programme-officer' : 'government-officer', regionCode, grantedBy: 'system', grantedAt: night });
    }
    const own = { rule: 'W5', ruleRegion: '*', ruleVersion: 1, department: 'wj', level: 'red', ground: noGround, raisedOn: '2025-07-01', dueOn: '2025-07-03', countyCode: 340111 } as const;
    const [a, b, c] = await db.insert(alerts).values([{ ...own, regionCode: baohe, indicatorId: 1 }, { ...own, regionCode: hefei, countyCode: 340100, indicatorId: 1 }, { ...own, regionCode: '34', countyCode: 340000, indicatorId: 1 }]).returning({ id: alerts.id });
    const heard = async () => Object.fromEntries(await Promise.all([a, b, c].map(async (each) => {
      const rows = await db.select({ userId: messages.userId }).from(messages).where(eq(messages.link, `/desk/warnings/${each!.id}`));
      return [each!.id, [...new Set(rows.map(({ userId }) => userId))].toSorted()];
    })));
    await escalateAlerts(ctxOf(db, undefined, new Date('2025-07-04T22:10:00Z')));
    expect(await heard()).toEqual({ [a!.id]: ['city', 'district'], [b!.id]: ['city', 'province'], [c!.id]: ['nation', 'province'] });
    await escalateAlerts(ctxOf(db, undefined, later(30)));
    expect(await heard()).toEqual({ [a!.id]: ['city', 'district', 'province'], [b!.id]: ['city', 'province'], [c!.id]: ['nation', 'province'] });
  });
});
