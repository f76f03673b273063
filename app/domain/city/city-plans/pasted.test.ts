import { expect, test } from 'vitest';
import { type DividedAtDesk, previewPasted } from './divided-at-desk.ts';
import { readPastedTargets } from './read-pasted-targets.ts';

const known = { districts: [{ code: '340111', name: '包河区' }, { code: '340181', name: '巢湖市' }], indicators: [{ code: 'A09-1', zh: '梦想小屋（户）', en: 'Dream homes' }] };

test('a pasted table knows a district and an indicator by any of their names', () => {
  const text = ['区县\t指标\t2025', '包河\tA09-1\t1', '３４０１１１\tdream homes\t2', '巢湖市\tA09-1梦想小屋(户)\t3', '340181\ta09-1 梦想小屋（户）合计\t4'].join('\n');
  const { cells, problems } = readPastedTargets(text, known, null);
  expect([problems, cells.map(({ regionCode, code, said }) => `${regionCode} ${code} ${said}`)]).toEqual([[], ['340111 A09-1 1', '340111 A09-1 2', '340181 A09-1 3', '340181 A09-1 4']]);
});

test('a table longer or wider than any plan is refused as a whole', () => {
  const long = `区县\t2025\n${'包河区\t5\n'.repeat(3000)}`;
  const wide = `区县\t${Array.from({ length: 100 }, (_, at) => 1950 + at).join('\t')}\n${'包河区\n'.repeat(200)}`;
  for (const text of [long, wide]) expect(readPastedTargets(text, known, 'A09-1')).toMatchObject({ cells: [], problems: [{ code: 'paste-long' }] });
});

test('of many mistakes the first hundred are shown, and how many there are', () => {
  const desk = { actions: [], districts: [], content: { actions: [] }, years: [], definitions: new Map() } as unknown as DividedAtDesk;
  const { problems, many } = previewPasted(desk, `区县\t2025\n${'西湖区\t5\n'.repeat(150)}`, 'A09-1');
  expect([problems.length, many]).toEqual([100, 300]);
});
