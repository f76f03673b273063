import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { as, asked, baohe, ctxOf, hefei, test, today } from '#tests/world.ts';
import { answerQuestion } from './answer-question.ts';
import { Question } from './input.ts';

const [shushan, luyang] = ['340104', '340103'];
const later = (seconds: number) => new Date(today.getTime() + seconds * 1000);
const shown = async (db: Db, r: string, now: Date) => (await answerQuestion(ctxOf(db, undefined, now), Question.parse({ i: 'A06-2', r, from: 1990, to: 2100 }))).figures.map(({ value }) => value);
const decided = () => asked.filter((statement) => statement.includes('hashtextextended')).length;

test('a year is decided once for all questions, anew for a figure that changed, and for one elsewhere after a minute', async ({ db }) => {
  for (const [regionCode, value] of [[hefei, '330'], [baohe, '200'], [shushan, '100'], [luyang, '30']] as const) await recordValue(as(db, 'government-officer', hefei), 'A06-2', ValueInput.parse({ regionCode, period: '2025', value, source: '年报' }));
  const before = decided();
  expect([await shown(db, hefei, today), await shown(db, shushan, today), await shown(db, luyang, later(59))]).toEqual([[330], [100], [30]]);
  expect(decided() - before).toBe(1);
  await db.execute(sql`update indicator_values set value = 4 where region_code = ${luyang}`);
  expect([await shown(db, luyang, later(59)), await shown(db, shushan, later(59)), await shown(db, baohe, later(59))]).toEqual([[null], [null], [200]]);
  expect(decided() - before).toBe(2);
  await db.execute(sql`update indicator_values set value = 30 where region_code = ${luyang}`);
  expect([await shown(db, shushan, later(60)), await shown(db, shushan, later(120))]).toEqual([[null], [100]]);
  expect(decided() - before).toBe(4); // whether it changed, and what then
  expect(await shown(db, shushan, later(181))).toEqual([100]);
  expect(decided() - before).toBe(5);
});
