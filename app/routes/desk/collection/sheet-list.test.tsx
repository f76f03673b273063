import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { deskWords } from '#app/i18n/desk.ts';
import { SheetList } from './sheet-list.tsx';

const drawn = (element: ReactNode) => renderToString(<RouterProvider router={createMemoryRouter([{ path: '/', element }])} />);
const sheets = (all: number) => drawn(<SheetList title="待我审核" departments={[]} today="2026-11-23" rows={[{ id: '1', zh: '一季度', en: 'First quarter', place: '滨湖世纪社区', department: '', dueOn: '2026-11-30', state: 'reported', all }]} />);

test('a list of sheets that is cut says how many there are, and a whole one says nothing', () => {
  const { firstOf } = deskWords['zh-CN'];
  expect(sheets(130)).toContain(firstOf(1, 130));
  expect(sheets(1)).not.toContain('只列出');
});
