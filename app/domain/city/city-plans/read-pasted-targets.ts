import { halfWidth } from '#app/domain/city/indicators/read-number.ts';
import type { DistrictCell } from './read-district-cells.ts';

export type PasteProblem = { line: number; column: string; said: string; code: string };
export type Pasted = { cells: (DistrictCell & { line: number })[]; problems: PasteProblem[] };
type Known = { districts: readonly { code: string; name: string }[]; indicators: readonly { code: string; zh: string; en: string }[] };

/** What the columns are called in sheets of offices. */
const heads = { district: /区县|县区|地区|单位|区域|辖区|district|region/i, indicator: /指标|编号|indicator|code/i };

/**
 * 读贴入的表: lines of a sheet, columns found by their heads: district, indicator, and a column each year. An empty district or
 * indicator is the one above, as merged cells arrive; nothing of a line with a mistake is taken.
 */
export function readPastedTargets(text: string, { districts, indicators }: Known, chosen: string | null): Pasted {
  const rows = text.replace(/\r\n?/g, '\n').split('\n').map((line) => line.split(line.includes('\t') ? '\t' : '|').map((cell) => cell.trim()));
  const headAt = rows.findIndex((cells) => cells.some((cell) => yearIn(cell) !== null) && cells.some((cell) => heads.district.test(cell)));
  const head = rows[headAt];
  const none = (code: string): Pasted => ({ cells: [], problems: [{ line: headAt + 1 || 1, column: '', said: rows[0]?.join(' ').slice(0, 40) ?? '', code }] });
  if (!head) return none('paste-no-head');
  const years = head.flatMap((cell, at) => (yearIn(cell) === null ? [] : [{ at, year: yearIn(cell)! }]));
  const [districtAt, indicatorAt] = [head.findIndex((cell) => heads.district.test(cell)), head.findIndex((cell) => heads.indicator.test(cell) && !heads.district.test(cell) && yearIn(cell) === null)];
  if (new Set(years.map(({ year }) => year)).size < years.length) return none('paste-year-twice');
  if (indicatorAt < 0 && chosen === null) return none('paste-no-indicator');
  const found: Pasted = { cells: [], problems: [] };
  let [district, indicator] = ['', chosen ?? ''];
  for (const [at, cells] of rows.entries()) {
    if (at <= headAt || cells.every((cell) => cell === '') || /^(合计|总计|全市|total)/i.test(cells[districtAt] ?? '')) continue;
    district = cells[districtAt] || district;
    indicator = (indicatorAt >= 0 ? cells[indicatorAt] : '') || indicator;
    const place = districts.find(({ code, name }) => code === halfWidth(district) || name === district || bare(name) === bare(district));
    const measured = indicators.find(({ code, zh, en }) => [code.toLowerCase(), zh, en.toLowerCase()].includes(indicator.toLowerCase()) || halfWidth(indicator).toLowerCase().startsWith(`${code.toLowerCase()}${halfWidth(zh).toLowerCase()}`));
    const wrong = (column: string, said: string, code: string) => void found.problems.push({ line: at + 1, column, said: said.slice(0, 40), code });
    if (!place) wrong(head[districtAt]!, district, 'district-not-found');
    if (!measured) wrong(indicatorAt < 0 ? '' : head[indicatorAt]!, indicator, 'district-indicator');
    if (cells.length > head.length) wrong('', cells.slice(head.length).join(' '), 'paste-columns');
    if (place && measured) for (const { at: column, year } of years) found.cells.push({ regionCode: place.code, code: measured.code, year, said: cells[column] ?? '', line: at + 1 });
  }
  return found.cells.length + found.problems.length === 0 ? none('paste-empty') : found;
}

const bare = (name: string) => (name.length > 2 ? name.replace(/(自治县|新区|区|县|市)$/, '') : name);

function yearIn(cell: string): number | null {
  const match = /^((?:19|20)\d{2})(年|年度)?(目标|目标值)?$/.exec(halfWidth(cell));
  return match ? Number(match[1]) : null;
}
