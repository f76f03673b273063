import { expect } from 'vitest';
import { planInFile } from '#seed/city-data.ts';
import { as, ctxOf, hefei, test } from '#tests/world.ts';
import { loadPlan } from './load-plan.ts';
import { servingWhat } from './serving.ts';

test('what serves a rule is told with the actions of published plans, those only watched too; a rule nobody serves has none', async ({ db }) => {
  const before = await servingWhat(ctxOf(db), 'standard', 'B2.2');
  expect(before.filter(({ code }) => code.startsWith('A07')).map(({ code, uses }) => [code, uses])).toEqual([['A07-1', []], ['A07-2', []]]);
  const id = await loadPlan(as(db, 'government-officer', hefei), planInFile('city-3y-2023-2025'), hefei, { isExample: true, reason: '按来源载入' });
  const [first] = await servingWhat(ctxOf(db), 'standard', 'B2.2');
  expect(first).toMatchObject({ code: 'A07-1', uses: [{ planId: id, action: 'A07', regionCode: hefei, place: expect.stringContaining('合肥'), isExample: true, state: 'published' }] });
  expect((await servingWhat(ctxOf(db), 'outline', 'H-10')).flatMap(({ code, uses }) => uses.map(({ action, planId }) => [code, action, planId]))).toContainEqual(['A10-2', 'A10', id]);
  expect((await servingWhat(ctxOf(db), 'unicef', '5')).map(({ code }) => code)).toContain('A13-1');
  expect(await servingWhat(ctxOf(db), 'standard', 'B2.3')).toEqual([]);
});
