import { describe, expect } from 'vitest';
import { leastFor } from '#app/domain/base/small-cells/model.ts';
import { records } from '#app/platform/tables.server.ts';
import { aClosedRound } from '#tests/surveys.ts';
import { as, binhu, ctxOf, neighbour, test } from '#tests/world.ts';
import { exportAnswers } from './export-answers.ts';
import { staffResult } from './read.ts';

const why = { reason: '和区里一起做年度分析' };
const counted = (cells: readonly string[]) => [...Map.groupBy(cells.filter((cell) => cell !== ''), (cell) => cell)].map(([cell, same]) => [cell, same.length] as const);

describe('answers without marks of persons', () => {
  test('say in no column more than the staff’s table tells: the same blocks, the same counts, nobody’s self, in no order', async ({ db }) => {
    const { ctx, round, definition } = await aClosedRound(db);
    const file = await exportAnswers(as(db, 'government-officer', binhu), binhu, round, why);
    const { table } = (await staffResult(ctx, binhu, round)).result;
    expect([file.rows.length, file.columns.length]).toEqual([40, table.items.filter(({ blocks }) => blocks.length > 1).length]);
    for (const [at, { id }] of file.columns.entries()) {
      const told = table.items.find((item) => item.id === id)!.blocks.map(({ count }) => count).toSorted();
      const found = counted(file.rows.map((row) => row[at]!)).map(([, many]) => many);
      expect(found.toSorted()).toEqual(told);
      expect(found.every((many) => many >= leastFor.staff)).toBe(true);
    }
    const self = definition.items.filter(({ theme }) => theme === 'self').map(({ id }) => id);
    expect(self.filter((id) => file.columns.some((column) => column.id === id))).toEqual([]);
    expect(JSON.stringify(file.rows)).not.toMatch(/girl|boy|2026|paper|web/);
    const again = await exportAnswers(as(db, 'government-officer', binhu), binhu, round, why);
    const plain = (rows: readonly string[][]) => rows.map((row) => row.join()).toSorted();
    expect(plain(again.rows)).toEqual(plain(file.rows));
    const said = (await db.select().from(records)).filter(({ event }) => event === 'survey.answers-exported');
    expect(said.map(({ facts }) => facts)).toEqual([{ title: '秋季', reason: why.reason }, { title: '秋季', reason: why.reason }]);
  });

  test('leave out a question whose table is one block, and are not there for a round of few', async ({ db }) => {
    const officer = as(db, 'government-officer', binhu);
    const { round } = await aClosedRound(db, { many: 22, yes: 20 });
    expect((await exportAnswers(officer, binhu, round, why)).columns).toEqual([]);
    const few = await aClosedRound(db, { many: 19, yes: 9 });
    await expect(exportAnswers(officer, binhu, few.round, why)).rejects.toThrow('survey-too-few-answers');
  });

  test('are for government officers of the place and the programme: not for those who know the children, nor for others', async ({ db }) => {
    const { ctx, round } = await aClosedRound(db);
    for (const who of [ctx, as(db, 'government-officer', neighbour), as(db, 'expert', '*'), as(db, 'guardian', binhu)]) await expect(exportAnswers(who, binhu, round, why)).rejects.toThrow('not-allowed');
    await expect(exportAnswers(ctxOf(db), binhu, round, why)).rejects.toThrow('sign-in-needed');
    await expect(exportAnswers(as(db, 'government-officer', neighbour), neighbour, round, why)).rejects.toThrow('survey-results-not-found');
  });
});
