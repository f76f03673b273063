import { halfWidth } from '#app/domain/city/indicators/read-number.ts';
import type { DistrictCell } from './read-district-cells.ts';

export type PasteProblem = { line: number; column: string; said: string; code: string };
export type Pasted = { cells: (DistrictCell & { line: number })[]; problems: PasteProblem[] };
type Known = { districts: readonly { code: string; name: string }[]; indicators: readonly { code: string; zh: string; en: string }[] };

/** How much is read at once: a plan of a province has about a hundred districts, a few dozen indicators and five years. */
const most = { lines: 3000, cells: 15_000 } as const;

/** What the columns are called in sheets of offices. */
const heads = { district: /区县|县区|地区|单位|区域|辖区|district|region/i, indicator: /指标|编号|indicator|code/i };

/**
 * 读贴入的表: lines of a sheet, columns found by their heads: district, indicator, and a column each year. An empty district or
 * indicator is the one above, as merged cells arrive; nothing of a line with a mistake is taken.
 */
export function readPastedTargets(text: string, { districts, indicators }: Known, chosen: string | null): Pasted {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (lines.length > most.lines) return { cells: [], problems: [{ line: most.lines + 1, column: '', said: '', code: 'paste-long' }] };
  const rows = lines.map((line) => line.split(line.includes('\t') ? '\t' : '|').map((cell) => cell.trim()));
  const headAt = rows.findIndex((cells) => cells.some((cell) => yearIn(cell) !== null) && cells.some((cell) => heads.district.test(cell)));
  const head = rows[headAt];
  const none = (code: string): Pasted => ({ cells: [], problems: [{ line: headAt + 1 || 1, column: '', said: rows[0]?.join(' ').slice(0, 40) ?? '', code }] });
  if (!head) return none('paste-no-head');
  const years = head.flatMap((cell, at) => (yearIn(cell) === null ? [] : [{ at, year: yearIn(cell)! }]));
  const [districtAt, indicatorAt] = [head.findIndex((cell) => heads.district.test(cell)), head.findIndex((cell) => heads.indicator.test(cell) && !heads.district.test(cell) && yearIn(cell) === null)];
  if (new Set(years.map(({ year }) => year)).size < years.length) return none('paste-year-twice');
  if (indicatorAt < 0 && chosen === null) return none('paste-no-indicator');
  if (years.length * (rows.length - headAt) > most.cells) return none('paste-long');
  const [placeOf, measuredOf] = [placeFinder(districts), indicatorFinder(indicators)];
  const found: Pasted = { cells: [], problems: [] };
  let [district, indicator] = ['', chosen ?? ''];
  for (const [at, cells] of rows.entries()) {
    if (at <= headAt || cells.every((cell) => cell === '') || /^(合计|总计|全市|total)/i.test(cells[districtAt] ?? '')) continue;
    district = cells[districtAt] || district;
    indicator = (indicatorAt >= 0 ? cells[indicatorAt] : '') || indicator;
    const [place, measured] = [placeOf(district), measuredOf(indicator)];
    const wrong = (column: string, said: string, code: string) => void found.problems.push({ line: at + 1, column, said: said.slice(0, 40), code });
    if (!place) wrong(head[districtAt]!, district, 'district-not-found');
    if (!measured) wrong(indicatorAt < 0 ? '' : head[indicatorAt]!, indicator, 'district-indicator');
    if (cells.length > head.length) wrong('', cells.slice(head.length).join(' '), 'paste-columns');
    if (place && measured) for (const { at: column, year } of years) found.cells.push({ regionCode: place.code, code: measured.code, year, said: cells[column] ?? '', line: at + 1 });
  }
  return found.cells.length + found.problems.length === 0 ? none('paste-empty') : found;
}

/** 找区县: by its code, its name, or its name without the last word. */
function placeFinder(districts: Known['districts']) {
  const known = new Map([...districts.map((each) => [bare(each.name), each] as const).toReversed(), ...districts.flatMap((each) => [[each.name, each], [each.code, each]] as const)]);
  return (said: string) => known.get(said) ?? known.get(halfWidth(said)) ?? known.get(bare(said));
}

/** 找指标: by its code, its name, or both one after the other; what was looked up once is known. */
function indicatorFinder(indicators: Known['indicators']) {
  const known = new Map<string, Known['indicators'][number] | undefined>(indicators.flatMap((each) => [[each.en.toLowerCase(), each], [each.zh.toLowerCase(), each], [each.code.toLowerCase(), each]] as const));
  const heads = indicators.map((each) => [`${each.code}${halfWidth(each.zh)}`.toLowerCase(), each] as const);
  return (said: string) => {
    const plain = said.toLowerCase();
    const narrow = halfWidth(plain);
    if (!known.has(plain)) known.set(plain, heads.find(([head]) => narrow.startsWith(head))?.[1]);
    return known.get(plain);
  };
}

const bare = (name: string) => (name.length > 2 ? name.replace(/(自治县|新区|区|县|市)$/, '') : name);

function yearIn(cell: string): number | null {
  const match = /^((?:19|20)\d{2})(年|年度)?(目标|目标值)?$/.exec(halfWidth(cell));
  return match ? Number(match[1]) : null;
}
