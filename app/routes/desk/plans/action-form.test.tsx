import { createMemoryRouter, RouterProvider } from 'react-router';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ActionToEdit } from '#app/domain/city/city-plans/action-at-desk.ts';
import { ActionInput } from '#app/domain/city/city-plans/action-input.ts';
import { rowsOfForm } from '#app/domain/city/city-plans/rows-of-form.ts';
import type { Problem } from '#app/platform/http.ts';
import { ActionForm } from './action-form.tsx';

const indicator = { elsewhere: null, zh: '托育', en: 'childcare', unit: 'percent', kind: 'numeric', direction: 'up' } as const;
const data: ActionToEdit = {
  plan: { id: 'p', zh: '计划', en: 'plan', startsOn: '2026-01-01', endsOn: '2027-12-31', edition: 3 }, years: [2026, 2027], campaigns: [], nextNo: 2, codes: [], departments: [{ id: 'wj', zh: '卫生健康部门', en: 'Health' }],
  indicators: [{ ...indicator, code: 'A08-1' }, { ...indicator, code: 'A11-1', kind: 'milestone', unit: 'milestone', direction: 'done' }],
  action: {
    code: 'A08', no: 1, campaign: null, zh: '多办托位', en: 'More childcare', about: { zh: '', en: '' }, leads: [{ department: 'wj', role: 'lead', from: '2026-01-01', until: null, isInferred: true }],
    budgets: [{ year: 2026, amount: 120, source: '市级财政' }], tasks: [{ id: 'A08-t1', dueOn: '2026-12-31', zh: '办好二十处', en: 'Twenty places' }],
    indicators: [{ code: 'A08-1', provenance: 'seed', baseline: { year: 2025, value: 31 }, targets: [{ year: 2027, op: 'range', value: 40, max: 45 }] }, { code: 'A11-1', provenance: 'seed', baseline: null, targets: [{ year: 2027, op: '=', value: 1 }] }],
  },
};

const drawn = (problem?: Problem, of = data) => renderToString(<RouterProvider router={createMemoryRouter([{ path: '/', element: <ActionForm data={of} problem={problem} /> }])} />);

/** What a browser would post of it. */
function posted(html: string): Record<string, string> {
  const of = (tag: string) => Object.fromEntries([...tag.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value!]));
  const inputs = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => ({ tag, ...of(tag) }) as Record<string, string>).filter(({ name, type, tag }) => name && (type !== 'checkbox' || tag!.includes('checked'))).map(({ name, type, value }) => [name!, type === 'checkbox' ? 'on' : (value ?? '')]);
  const selects = [...html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/g)].map(([, name, inside]) => [name!, (/<option value="([^"]*)" selected=""/.exec(inside!) ?? /<option value="([^"]*)"/.exec(inside!))![1]!.replaceAll('&gt;', '>').replaceAll('&lt;', '<')]);
  const areas = [...html.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>(.*?)<\/textarea>/gs)].map(([, name, inside]) => [name!, inside!]);
  return Object.fromEntries([...inputs, ...selects, ...areas]);
}

test('The form of an action posts back what the action is, row by row', () => {
  const { leads, indicators, budgets, tasks, edition, zh } = ActionInput.parse(posted(drawn()));
  const { action } = data;
  expect([zh, edition, leads, budgets, tasks]).toEqual([action!.zh, 3, action!.leads, action!.budgets, action!.tasks]);
  expect(indicators).toEqual(action!.indicators.map(({ provenance: _, ...measured }) => measured));
});

test('A mistake stands at its field and in the list above, and what was typed is still there', () => {
  const given = { ...posted(drawn()), 'leads.0.until': '2025-06-30', 'indicators.0.targets.1.max': 'viel' };
  const html = drawn({ fields: { 'leads.0.until': ['终止日不能早于起始日。'], 'indicators.0.targets.1.max': ['范围要有起止两个数。'] }, given });
  for (const part of ['href="#field-leads.0.until"', 'id="wrong-leads.0.until"', 'value="2025-06-30"', 'value="viel"', 'href="#field-indicators.0.targets.1.max"', '牵头和协同，第 1 行，终止日（可空）']) expect(html).toContain(part);
});

test('A target of the former plan bears a box of its own; unticked it is not posted as checked, and a refused form keeps what was ticked', () => {
  const [childcare, milestone] = data.action!.indicators;
  const carried: ActionToEdit = { ...data, action: { ...data.action!, indicators: [{ ...childcare!, targets: [{ year: 2026, op: '>=', value: 35, isToReview: true }, { year: 2027, op: '>=', value: 40 }] }, { ...milestone!, targets: [{ year: 2027, op: '=', value: 1, isToReview: true }] }] } };
  const html = drawn(undefined, carried);
  expect([...html.matchAll(/name="([^"]*isChecked)"/g)].map(([, name]) => name)).toEqual(['indicators.0.targets.0.isChecked', 'indicators.1.targets.0.isChecked']);
  expect(ActionInput.parse(posted(html)).indicators.flatMap(({ targets }) => targets.filter((target) => 'isChecked' in target))).toEqual([]);
  const refused = drawn({ fields: { zh: ['请填写。'] }, given: { ...posted(html), zh: '', 'indicators.1.targets.0.isChecked': 'on' } }, carried);
  expect([...refused.matchAll(/<input type="checkbox" name="([^"]*isChecked)"( checked="")?/g)].map(([, name, ticked]) => [name, ticked !== undefined])).toEqual([['indicators.0.targets.0.isChecked', false], ['indicators.1.targets.0.isChecked', true]]);
  expect(ActionInput.parse({ ...posted(refused), zh: '多办托位' }).indicators.map(({ targets }) => targets.map((target) => 'isChecked' in target))).toEqual([[false, false], [true]]);
});

test('A form of ten thousand rows is one mistake, and of many mistakes the first hundred are listed', () => {
  const given = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`indicators.${Math.floor(at / 100)}.targets.${at % 100}.value`, 'x']));
  expect(ActionInput.safeParse({ ...posted(drawn()), ...given }).error?.issues.map(({ path, message }) => [path, message])).toEqual([[['indicators'], 'plan-rows']]);
  const kept = rowsOfForm(given) as { indicators: { targets: object[] }[] };
  expect(kept.indicators.reduce((sum, { targets }) => sum + 1 + (targets?.length ?? 0), 0)).toBe(600);
  const html = drawn({ fields: Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`tasks.${at}.zh`, ['请填写。']])) });
  expect([html.includes('field-tasks.99.zh'), html.includes('field-tasks.100.zh'), html.includes('还有 50 处')]).toEqual([true, false, true]);
});
