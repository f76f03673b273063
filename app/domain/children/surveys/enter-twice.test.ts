import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { as, binhu, ctxOf, neighbour, person, test } from '#tests/world.ts';
import { differenceRate } from './differences.ts';
import { publishSurvey } from './edit-survey.ts';
import { enterTwice, putAwaySheet, settleSheet } from './enter-twice.ts';
import { definitionOf, doubleSheet, doubleSheets, getRound, sheetsOf } from './read.ts';
import { closeRound, openRound } from './rounds.ts';
import { startSurvey } from './start-survey.ts';
import { surveyComments, surveyDoubleSheets } from './tables.server.ts';

const by = (db: Db, id: string) => ctxOf(db, person('community-worker', binhu, id));
const sheet = { 'play-near': '2', 'play-safe': '1', 'child-age': '7-18', words: '路灯太暗' };

async function aRound(db: Db) {
  const ctx = by(db, 'fang');
  const survey = await startSurvey(ctx, binhu, { from: 'carers', title: '' });
  await publishSurvey(ctx, binhu, survey, 1);
  return openRound(ctx, binhu, survey, { title: '秋季', wave: 'baseline', opensOn: '2026-09-01', closesOn: '2026-09-10', invited: 10 });
}
const there = async (db: Db, round: string) => {
  const found = await getRound(by(db, 'fang'), binhu, round);
  return { found, definition: await definitionOf(by(db, 'fang'), found), packed: (await sheetsOf(by(db, 'fang'), found)).map(({ answers }) => answers) };
};

describe('paper entered by two people', () => {
  test('that both read alike is taken in, and nothing is kept of its number; the rate tells how well it was read', async ({ db }) => {
    const round = await aRound(db);
    expect(await enterTwice(by(db, 'fang'), binhu, round, 7, sheet)).toBe('first');
    expect((await there(db, round)).packed, 'not an answer before the second reading').toEqual([]);
    expect(JSON.stringify(await doubleSheets(by(db, 'li'), (await there(db, round)).found)), 'the second sees nothing of the first').not.toContain('路灯');
    await expect(enterTwice(by(db, 'fang'), binhu, round, 7, sheet)).rejects.toThrow('survey-second-person');
    const { words: _words, ...again } = sheet;
    expect(await enterTwice(by(db, 'li'), binhu, round, 7, again)).toBe('agreed');
    const { found, definition, packed } = await there(db, round);
    expect([packed.length, found.doubleSheets, found.doubleDifferent, differenceRate(found)]).toEqual([1, 1, 0, 0]);
    expect(packed[0]![definition.items.findIndex(({ id }) => id === 'play-near')]).toBe('2');
    expect([await db.$count(surveyDoubleSheets), (await db.select().from(surveyComments)).map(({ words }) => words)]).toEqual([0, ['路灯太暗']]);
    expect((await db.select().from(records)).filter(({ event }) => event.startsWith('survey.sheet-')).map(({ event, facts }) => [event, facts])).toEqual([['survey.sheet-entered-once', {}], ['survey.sheet-entered-twice', { different: 0 }]]);
  });

  test('that differs is settled with the paper in hand; what nobody can read counts as not answered', async ({ db }) => {
    const round = await aRound(db);
    await enterTwice(by(db, 'fang'), binhu, round, 1, sheet);
    expect(await enterTwice(by(db, 'li'), binhu, round, 1, { ...sheet, 'play-near': '3', 'play-safe': '5' })).toBe('differs');
    await expect(enterTwice(by(db, 'wang'), binhu, round, 1, sheet)).rejects.toThrow('survey-sheet-twice');
    const { found, definition } = await there(db, round);
    expect(differenceRate(found)).toBe(Math.round((1000 * 2) / found.doubleCells) / 10);
    const [waiting] = await doubleSheets(by(db, 'li'), found);
    expect([waiting!.differs, waiting!.firstByName, waiting!.secondByName]).toEqual([true, 'fang', 'li']);
    expect(await doubleSheet(by(db, 'li'), found, waiting!.id)).toMatchObject({ number: 1 });
    await expect(settleSheet(by(db, 'li'), binhu, round, waiting!.id, { 'play-near': '3' })).rejects.toThrow('survey-sheet-open');
    await expect(settleSheet(by(db, 'li'), binhu, round, waiting!.id, { 'play-near': '4', 'play-safe': '.' })).rejects.toThrow('survey-sheet-open');
    await settleSheet(by(db, 'li'), binhu, round, waiting!.id, { 'play-near': '3', 'play-safe': '.' });
    const at = (id: string) => definition.items.findIndex((item) => item.id === id);
    const [packed] = (await there(db, round)).packed;
    expect([packed![at('play-near')], packed![at('play-safe')], packed![at('child-age')]]).toEqual(['3', '.', '3']);
  });

  test('under a wrong number is put away; what is left at the end is taken in, unsettled questions as not answered', async ({ db }) => {
    const round = await aRound(db);
    for (const number of [1, 2, 3]) await enterTwice(by(db, 'fang'), binhu, round, number, sheet);
    await enterTwice(by(db, 'li'), binhu, round, 2, { ...sheet, 'play-near': '5' });
    const { found, definition } = await there(db, round);
    const third = (await doubleSheets(by(db, 'li'), found)).find(({ number }) => number === 3)!;
    await expect(settleSheet(by(db, 'li'), binhu, round, third.id, {})).rejects.toThrow('survey-sheet-once');
    await expect(doubleSheet(by(db, 'li'), found, third.id)).rejects.toThrow('survey-sheet-not-found');
    await putAwaySheet(by(db, 'li'), binhu, round, third.id);
    await closeRound(by(db, 'fang'), binhu, round);
    const at = definition.items.findIndex(({ id }) => id === 'play-near');
    expect((await there(db, round)).packed.map((packed) => packed[at]).toSorted()).toEqual(['.', '2']);
    await expect(enterTwice(by(db, 'li'), binhu, round, 4, sheet)).rejects.toThrow('survey-round-closed');
  });

  test('is nobody else’s, and is never empty', async ({ db }) => {
    const round = await aRound(db);
    await enterTwice(by(db, 'fang'), binhu, round, 1, sheet);
    const [waiting] = await doubleSheets(by(db, 'fang'), (await there(db, round)).found);
    for (const other of [as(db, 'community-worker', neighbour), as(db, 'expert', '*')]) {
      await expect(enterTwice(other, binhu, round, 1, sheet)).rejects.toThrow('not-allowed');
      await expect(settleSheet(other, binhu, round, waiting!.id, {})).rejects.toThrow('not-allowed');
      await expect(putAwaySheet(other, binhu, round, waiting!.id)).rejects.toThrow('not-allowed');
    }
    await expect(enterTwice(by(db, 'li'), binhu, round, 2, { words: '好' })).rejects.toThrow('survey-nothing-answered');
    await expect(putAwaySheet(by(db, 'li'), binhu, round, 'none')).rejects.toThrow('survey-sheet-not-found');
  });
});
