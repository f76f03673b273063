import { expect } from 'vitest';
import { planInFile } from '#seed/city-data.ts';
import { as, ctxOf, hefei, test } from '#tests/world.ts';
import { loadPlan, type PlanFile } from './load-plan.ts';
import { type ServingPage, servingWhat } from './serving.ts';

test('what serves a rule is told with the actions of published plans, those only watched too; a rule nobody serves has none', async ({ db }) => {
  const { rows: before } = await servingWhat(ctxOf(db), 'standard', 'B2.2');
  expect(before.filter(({ code }) => code.startsWith('A07')).map(({ code, uses }) => [code, uses])).toEqual([['A07-1', []], ['A07-2', []]]);
  const id = await loadPlan(as(db, 'government-officer', hefei), planInFile('city-3y-2023-2025'), hefei, { isExample: true, reason: '按来源载入' });
  const [first] = (await servingWhat(ctxOf(db), 'standard', 'B2.2')).rows;
  expect(first).toMatchObject({ code: 'A07-1', uses: [{ planId: id, action: 'A07', regionCode: hefei, place: expect.stringContaining('合肥'), isExample: true, state: 'published' }] });
  expect((await servingWhat(ctxOf(db), 'outline', 'H-10')).rows.flatMap(({ code, uses }) => uses.map(({ action, planId }) => [code, action, planId]))).toContainEqual(['A10-2', 'A10', id]);
  expect((await servingWhat(ctxOf(db), 'unicef', '5')).rows.map(({ code }) => code)).toContain('A13-1');
  expect((await servingWhat(ctxOf(db), 'standard', 'B2.3')).rows).toEqual([]);
});

test('plans that serve a rule are all found, a page at a time and back, and those that do not take no place on a page', async ({ db }) => {
  const { content, ...file } = planInFile('city-3y-2023-2025');
  const load = (code: string, action: string) => loadPlan(as(db, 'government-officer', hefei), { ...file, code, content: { ...content, caveats: [], actions: content.actions.filter((each) => each.code === action) } } as PlanFile, hefei, { isExample: true, reason: '按来源载入' });
  const serving: string[] = [];
  for (const nth of [1, 2, 3]) {
    serving.unshift(await load(`serves-${nth}`, 'A07'));
    await load(`serves-not-${nth}`, 'A08');
  }
  const plansOf = ({ rows }: ServingPage) => [...new Set(rows.flatMap(({ uses }) => uses.map(({ planId }) => planId)))];
  const first = await servingWhat(ctxOf(db), 'standard', 'B2.2', {}, 2);
  expect([plansOf(first), first.next, first.previous]).toEqual([serving.slice(0, 2), serving[1], undefined]);
  const second = await servingWhat(ctxOf(db), 'standard', 'B2.2', { after: first.next }, 2);
  expect([plansOf(second), second.next, second.previous]).toEqual([serving.slice(2), undefined, serving[2]]);
  expect(plansOf(await servingWhat(ctxOf(db), 'standard', 'B2.2', { before: second.previous }, 2))).toEqual(serving.slice(0, 2));
});
