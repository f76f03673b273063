import type { ComponentProps, ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import type { Definition } from '#app/domain/city/indicators/model.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { newIndicatorWords } from '#app/i18n/new-indicator.ts';
import { DefinitionForm } from './definition-form.tsx';
import VersionPage from './version.tsx';

const drawn = (element: ReactNode) => renderToString(<RouterProvider router={createMemoryRouter([{ path: '/', element }])} />);
const { diff } = cityDeskWords['zh-CN'].indicator;

type Shown = ComponentProps<typeof VersionPage>['loaderData'];
const version = (effect: Shown['effect']) => {
  const loaderData: Shown = {
    code: 'C3401-1', version: 2, inForce: 2, name: { zh: '场馆占比', en: 'Share of venues' }, madeAt: new Date('2026-11-23T08:00:00Z'), madeByName: '何川', reason: '按新口径核对', effect, isBreak: true, departments: [],
    changed: [{ column: 'numeratorZh', before: '场馆', after: '周末开放的场馆' }, { column: 'standard', before: 'B2.3', after: 'A3.1 B2.1' }, { column: 'unicef', before: '5', after: '2 5' }],
  };
  return drawn(<VersionPage {...({ loaderData } as unknown as ComponentProps<typeof VersionPage>)} />);
};

test('two versions compared say rules and goals one by one, and a break only where there are figures on both sides', () => {
  const [alone, both] = [version({ before: 0, after: 0, regions: 0, first: null, last: null }), version({ before: 3, after: 1, regions: 1, first: 2025, last: 2026 })];
  expect(alone).toContain('A3.1、B2.1');
  expect(alone).toContain('表达意见；与家人一起、游戏和休闲');
  expect([alone.includes(diff.breaksOnce), alone.includes(diff.breaks)]).toEqual([true, false]);
  expect([both.includes(diff.breaksOnce), both.includes(diff.breaks)]).toEqual([false, true]);
});

const definition: Definition = {
  zh: '场馆占比', en: 'Share of venues', kind: 'numeric', unit: 'percent', accumulation: 'point', direction: 'range', frequency: 'annual', level: 'district', owner: 'wl', numerator: { zh: '场馆', en: 'venues' }, denominator: { zh: '全部场馆', en: 'all' },
  dimensions: ['age'], formula: null, least: 10, most: 90, source: '', provenance: 'inferred', note: { zh: '', en: '' },
};
const form = (given: Partial<Definition>, wrong?: Record<string, string[]>) => drawn(<DefinitionForm indicator={{ version: 1, definition: { ...definition, ...given }, links: [] }} departments={[]} dimensions={[{ dimension: 'age', groups: [{ zh: '0—3 岁', en: '0–3' }] }]} problem={wrong && { fields: wrong }} />);
const names = (html: string) => [...html.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name);

test('the form of a milestone asks for nothing that only a figure has, and keeps that it goes towards done', () => {
  const figure = ['numeratorZh', 'denominatorZh', 'formula', 'dimensions[]', 'least', 'most'];
  const done = form({ kind: 'milestone', unit: 'milestone', direction: 'done', numerator: null, denominator: null, dimensions: [] });
  expect(figure.filter((name) => names(done).includes(name))).toEqual([]);
  expect(figure.filter((name) => !names(form({})).includes(name))).toEqual([]);
  expect(done).toContain('name="direction" value="done"');
  expect(form({})).not.toContain('value="done"');
});

test('a wrong choice of groups stands at its boxes; bounds say what an empty one means in a change', () => {
  const html = form({}, { dimensions: ['没有“height”这样的分组，请只勾选列出的分组。'] });
  expect(html).toMatch(/<fieldset[^>]*id="field-dimensions"[^>]*aria-invalid="true"/);
  expect(html).toContain('没有“height”这样的分组');
  expect(html).toContain(newIndicatorWords['zh-CN'].boundsChangeHint);
});
