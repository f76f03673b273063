import { eq, inArray } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { type Db, openDb } from '#app/db/db.server.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { locales } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { as, ctxOf, hefei, person, test } from '#tests/world.ts';
import { askOff, keepOn } from './ask-off.ts';
import { RuleInput } from './input.ts';
import { boundsOf, testHoldsDays } from './model.ts';
import { rulesInForce } from './rules-in-force.ts';
import { ruleAtDesk } from './rules-at-desk.ts';
import { saveRule } from './save-rule.ts';
import { switchOff, switchOn } from './switch-rule.ts';
import { warningRuleVersions } from './tables.server.ts';
import { testRule } from './test-rule.ts';

const now = new Date('2025-06-30T20:30:00Z');
const office = (db: Db) => as(db, 'programme-officer', '*', now);
const other = (db: Db) => ctxOf(db, person('programme-officer', '*', 'other'), now);
const [why, off] = ['先试行三个月，每月看一次', { reason: '口径正在改，先停一停' }];

describe('a rule the past says nothing of', () => {
  test('is switched on by a second person who says why, and every back-test is kept with whoever ran it', async ({ db }) => {
    expect(await testRule(office(db), '*', 'W3', 1)).toMatchObject({ alerts: 0, real: 0, false: 0 });
    await expect(switchOn(office(db), '*', 'W3', 1, why)).rejects.toThrow('warning-rule-untried-own');
    await expect(switchOn(other(db), '*', 'W3', 1)).rejects.toThrow('warning-rule-untried');
    const [before] = (await ruleAtDesk(office(db), 'W3', '*')).versions;
    expect(before).toMatchObject({ isUntried: true, switching: { bar: 'warning-rule-untried-own' } });
    await testRule(other(db), '*', 'W3', 1);
    await switchOn(other(db), '*', 'W3', 1, why);
    const [shown] = (await ruleAtDesk(office(db), 'W3', '*')).versions;
    expect(shown!.tests.map(({ testedByName }) => testedByName)).toEqual([other(db).actor.name, office(db).actor.name]);
    expect(shown).toMatchObject({ switchedOnReason: why, isUntried: true });
  });
});

describe('a rule of the nation', () => {
  const isOn = async (db: Db) => (await rulesInForce(office(db))).some(({ rule, regionCode }) => rule === 'W3' && regionCode === '*');

  test('is asked to be switched off by one person and switched off by another one', async ({ db }) => {
    await testRule(office(db), '*', 'W3', 1);
    await switchOn(other(db), '*', 'W3', 1, why);
    await expect(switchOff(office(db), '*', 'W3')).rejects.toThrow('warning-rule-off-unasked');
    await expect(askOff(as(db, 'government-officer', '34', now), 'W3', off)).rejects.toThrow('not-allowed');
    await askOff(office(db), 'W3', off);
    await expect(askOff(other(db), 'W3', off)).rejects.toThrow('warning-rule-off-asked');
    await expect(switchOff(office(db), '*', 'W3')).rejects.toThrow('warning-rule-off-own');
    await keepOn(other(db), 'W3');
    await expect(keepOn(other(db), 'W3')).rejects.toThrow('warning-rule-off-unasked');
    await expect(switchOff(other(db), '*', 'W3')).rejects.toThrow('warning-rule-off-unasked');
    await askOff(office(db), 'W3', off);
    expect((await ruleAtDesk(other(db), 'W3', '*')).versions[0]).toMatchObject({ off: { byName: office(db).actor.name, reason: off.reason }, switching: { bar: null } });
    expect(await isOn(db)).toBe(true);
    await switchOff(other(db), '*', 'W3');
    expect(await isOn(db)).toBe(false);
    expect((await db.select({ event: records.event }).from(records)).map(({ event }) => event)).toEqual(expect.arrayContaining(['warning-rule.off-asked', 'warning-rule.kept-on', 'warning-rule.switched-off']));
  });

  test('is not kept on and switched off at the same moment: whoever comes second is refused', async ({ onTestFinished }) => {
    const { db, close } = openDb((await workerDatabase()).appUrl, 3);
    onTestFinished(close);
    await testRule(office(db), '*', 'W3', 1);
    await switchOn(other(db), '*', 'W3', 1, why);
    await askOff(office(db), 'W3', off);
    const outcomes = await Promise.allSettled([switchOff(other(db), '*', 'W3'), keepOn(office(db), 'W3')]);
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [(each.reason as Error).message] : []));
    expect(refused).toEqual(['warning-rule-off-unasked']);
    const said = (await db.select({ event: records.event }).from(records).where(inArray(records.event, ['warning-rule.kept-on', 'warning-rule.switched-off']))).map(({ event }) => event);
    expect(said).toEqual([(await isOn(db)) ? 'warning-rule.kept-on' : 'warning-rule.switched-off']);
  });
});
describe('a back-test', () => {
  test('holds for thirty days: after that the version is tried again before it is switched on', async ({ db }) => {
    const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
    const colleague = (days: number) => ctxOf(db, person('programme-officer', '*', 'other'), at(days));
    await testRule(office(db), '*', 'W3', 1);
    await expect(switchOn(colleague(31), '*', 'W3', 1, why)).rejects.toThrow('warning-rule-test-stale');
    const stale = async (days: number) => (await ruleAtDesk(colleague(days), 'W3', '*')).versions[0]!.isStale;
    expect([await stale(30), await stale(31)]).toEqual([false, true]);
    await testRule(colleague(31), '*', 'W3', 1);
    expect(await stale(31)).toBe(false);
    await switchOn(ctxOf(db, person('programme-officer', '*', 'third'), at(31)), '*', 'W3', 1, why);
    expect(await stale(400)).toBe(false);
  });
});

describe('the numbers of a version', () => {
  const own = { answerYellow: '10', answerOrange: '5', answerRed: '2', version: '0', reason: '试一试各种数' };
  const save = (db: Db, rule: 'W1' | 'W2' | 'W4', levels: object) => saveRule(as(db, 'government-officer', hefei, now), hefei, rule, RuleInput.parse({ ...own, ...levels }));

  test('warn neither of everything nor before anything is late, and what is worse is answered sooner', async ({ db }) => {
    for (const [rule, yellow] of [['W1', '0'], ['W1', '7.5'], ['W1', '366'], ['W2', '101'], ['W2', '0'], ['W4', '0'], ['W4', '1000']] as const) await expect(save(db, rule, { yellow }), `${rule} ${yellow}`).rejects.toThrow('levels-out-of-bounds');
    await expect(save(db, 'W2', { yellow: '90', answerRed: '20' })).rejects.toThrow('answer-days-out-of-order');
    expect(await save(db, 'W2', { yellow: '99.5' })).toBe(1);
    await testRule(as(db, 'government-officer', hefei, now), hefei, 'W2', 1);
    await db.update(warningRuleVersions).set({ settings: { levels: { yellow: 900 }, reportDays: 30, answerDays: { yellow: 10, orange: 5, red: 2 } } }).where(eq(warningRuleVersions.madeById, as(db, 'government-officer', hefei).actor.id));
    await expect(switchOn(office(db), hefei, 'W2', 1, why)).rejects.toThrow('levels-out-of-bounds');
    expect(await save(db, 'W1', { yellow: '1', orange: '2', red: '365' })).toBe(1);
  });

  test.each(locales)('are told in %s with the numbers that count', (locale) => {
    const { W1, W2, W4 } = boundsOf;
    const said = [refusalSentence('levels-out-of-bounds', locale), refusalSentence('warning-rule-test-stale', locale)].map((sentence) => sentence.match(/\d+/g)!.map(Number));
    expect(said).toEqual([[W1, W2, W4].flatMap((bounds) => [bounds!.least, bounds!.most]), [testHoldsDays]]);
  });
});
