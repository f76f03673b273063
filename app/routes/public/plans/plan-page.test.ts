import { expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import { system } from '#app/platform/ctx.ts';
import { planInFile } from '#seed/city-data.ts';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { as, ctxOf, hefei, test } from '#tests/world.ts';
import * as action from './action.tsx';
import * as plan from './plan.tsx';

const city = (db: Db) => as(db, 'government-officer', hefei);

async function aPlan(db: Db, ...codes: string[]): Promise<string> {
  const { content, ...file } = planInFile('city-3y-2023-2025');
  return loadPlan(city(db), { ...file, content: { ...content, actions: content.actions.filter(({ code }) => codes.includes(code)) } }, hefei, { isExample: true, reason: '按来源载入' });
}

test('a plan without milestones shows a dash, not none of none', async ({ db }) => {
  const words = async (id: string) => wordsOf(await rendered(plan, ctxOf(db), `/plans/${id}`, { id }));
  const without = await aPlan(db, 'A08');
  expect(await words(without)).toMatch(/办成的里程碑[^\d/]*— /);
});

test('a plan with milestones counts them', async ({ db }) => {
  const id = await aPlan(db, 'A06');
  expect(wordsOf(await rendered(plan, ctxOf(db), `/plans/${id}`, { id }))).toMatch(/办成的里程碑[^\d]*0 \/ 3/);
});

test('a figure that the system brought is told so in the language of the page', async ({ db }) => {
  const id = await aPlan(db, 'A08');
  await recordValue(city(db), 'A08-1', ValueInput.parse({ regionCode: hefei, period: '2025', value: '31', source: '年报' }));
  await db.update(indicatorValues).set({ recordedByName: system.name });
  const words = async (locale: 'zh-CN' | 'en') => wordsOf(await rendered(action, { ...ctxOf(db), locale }, `/plans/${id}/actions/A08`, { id, action: 'A08' }));
  expect(await words('en')).toMatch(/31% The system/);
  expect(await words('en')).not.toContain('系统');
  expect(await words('zh-CN')).toMatch(/31% 系统/);
});
