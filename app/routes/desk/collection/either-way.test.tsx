import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { describe, expect, test } from 'vitest';
import { checkValue } from '#app/domain/city/indicators/check-value.ts';
import type { Definition } from '#app/domain/city/indicators/model.ts';
import { FigureSection } from '#app/routes/work/figures/figure-cell.tsx';
import { wordsOf } from '#tests/rendered.tsx';
import { type Cell, SheetCell } from './sheet-cell.tsx';

const part = (zh: string) => ({ zh, en: zh });
const share = { zh: '入园率', en: 'Share', kind: 'numeric', unit: 'percent', accumulation: 'point', least: 0, most: 100, numerator: part('在园数'), denominator: part('适龄数') } as unknown as Definition;
const cellOf = (definition: Definition) => ({ indicatorId: 1, breakdown: 0, indicator: { id: 1, code: 'A01-1', version: 1, definition }, group: null, entry: undefined, known: undefined, isElsewhere: false, past: [], faults: [] }) as unknown as Cell;

function pages(definition: Definition, locale: string): string[] {
  const cells = { whole: cellOf(definition), groups: [] };
  return [<SheetCell key="desk" cells={cells} known={undefined} />, <FigureSection key="work" cells={cells} known={undefined} typing={{ given: undefined, who: '' }} />].map((element) =>
    wordsOf(renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ id: 'root', path: '*', element }], { initialEntries: ['/'], hydrationData: { loaderData: { root: { locale } } } })} />)));
}

describe('a figure with parts', () => {
  test('is taken with both of them or alone, and with one of them not', () => {
    const taken = (value: string, numerator: string, denominator: string) => typeof checkValue(share, { value, numerator, denominator }) !== 'string';
    expect([taken('', '9', '10'), taken('90', '', ''), taken('', '9', ''), taken('90', '', '10')]).toEqual([true, true, false, false]);
  });

  test('is asked for in these words at the desk and at work: neither its parts nor its value alone must be filled in', () => {
    for (const page of pages(share, 'zh-CN')) {
      expect(page).toContain('分子和分母都写，或者只写数值。');
      expect(page).not.toContain('必填');
      expect(page.match(/二选一/g)).toHaveLength(3);
    }
    for (const page of pages(share, 'en')) {
      expect(page).toContain('Give both numerator and denominator, or the figure alone.');
      expect(page).not.toContain('required');
    }
    for (const page of pages({ ...share, numerator: null, denominator: null }, 'zh-CN')) expect([page.includes('必填'), page.includes('二选一')]).toEqual([true, false]);
  });
});
