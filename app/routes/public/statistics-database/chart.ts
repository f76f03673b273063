import { estimateSign } from '#app/domain/city/indicators/model.ts';
import type { ChartKind } from '#app/domain/city/statistics-database/model.ts';
import type { Cell, Pivot } from '#app/domain/city/statistics-database/pivot.ts';
import { type Chart, drawChart } from '#app/platform/draw-chart.ts';

const mostLines = 6;
const mostBars = 24;
const mostSeries = 4;
/** Shapes and strokes say what the colours repeat. */
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'] as const;
const strokes = ['solid', 'dashed', 'dotted'] as const;
const still = { silent: true, emphasis: { disabled: true } } as const;

/** 图: lines over time, bars for everything else, both from nought; what is missing or hidden is a gap. */
export async function chartOf(pivot: Pivot, kind: ChartKind): Promise<{ svg: string; rows: number }> {
  const rows = pivot.rows.filter(({ cells }) => cells.some(({ value }) => value !== null));
  if (rows.length === 0) return { svg: '', rows: 0 };
  const run = rows.slice(0, mostLines).filter(({ cells }) => cells.filter(({ value }) => value !== null).length > 1).length;
  const isLine = kind === 'line' || (kind === 'auto' && pivot.colAxis === 'period' && run * 2 >= Math.min(rows.length, mostLines));
  const shown = rows.slice(0, isLine ? mostLines : mostBars).map(({ heads, cells }) => ({ name: heads.map(({ name }) => name).join(' · '), values: cells.map(({ value }) => value), signs: cells.map(signOf) }));
  const cols = pivot.cols.map(({ name }) => name);
  return { svg: await (isLine ? lines(shown, cols) : bars(shown, cols)), rows: rows.length > shown.length ? shown.length : 0 };
}

type Row = { name: string; values: (number | null)[]; signs: string[] };
/** 值上的记号, as in the table: worked out from published changes, or counted by another definition than the one before it. */
const signOf = ({ isBreak, isEstimate }: Pick<Cell, 'isBreak' | 'isEstimate'>) => [isEstimate ? estimateSign : '', isBreak ? '‡' : ''].join('');
const marked = (sign: string) => ({ label: { show: true, formatter: sign, position: 'top', fontSize: 14, color: '#182b27' } }) as const;
const withSign = (sign: string) => ({ label: { show: true, formatter: [sign.includes(estimateSign) ? estimateSign : '', '{c}', sign.includes('‡') ? '‡' : ''].filter(Boolean).join(' '), position: 'right' } }) as const;
const legendOf = (names: readonly string[], isNeeded = names.length > 1): Pick<Chart, 'legend'> => (isNeeded ? { legend: { data: [...names], bottom: 0, itemGap: 12 } } : {});

function lines(rows: readonly Row[], cols: readonly string[]): Promise<string> {
  const legendRows = rows.length > 1 ? Math.ceil(rows.length / 3) : 0;
  const chart: Chart = {
    grid: { left: 56, right: 24, top: 20, bottom: 34 + legendRows * 26 }, ...legendOf(rows.map(({ name }) => name)),
    xAxis: { type: 'category', data: [...cols], boundaryGap: cols.length < 3 }, yAxis: { type: 'value' },
    series: rows.map(({ name, values, signs }, at) => ({ ...still, type: 'line', name, data: values.map((value, each) => (signs[each] ? { value, ...marked(signs[each]) } : value)), connectNulls: false, symbol: symbols[at % symbols.length]!, symbolSize: 9, lineStyle: { width: 3, type: strokes[at % strokes.length]! } })),
  };
  return drawChart(chart, { width: 640, height: 320 + legendRows * 26 });
}

/** Bars stand for the last columns in which most rows have a value. */
function bars(rows: readonly Row[], all: readonly string[]): Promise<string> {
  const many = all.map((_, at) => rows.filter(({ values }) => values[at] !== null).length);
  const kept = all.flatMap((_, at) => (many[at]! * 2 > Math.max(...many) ? [at] : [])).slice(-mostSeries);
  const cols = kept.map((at) => all[at]!);
  const chart: Chart = {
    ...(cols.length > 1 ? { aria: { enabled: true, decal: { show: true } } } : {}),
    grid: { left: 150, right: 60, top: 12, bottom: all.length > 1 ? 60 : 30 }, ...legendOf(cols, all.length > 1),
    xAxis: { type: 'value' }, yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name), axisLabel: { width: 136, overflow: 'truncate' } },
    series: cols.map((name, at) => ({ ...still, type: 'bar', name, barMaxWidth: 18, data: rows.map(({ values, signs }) => (signs[kept[at]!] ? { value: values[kept[at]!]!, ...withSign(signs[kept[at]!]!) } : (values[kept[at]!] ?? null))), label: { show: rows.length * cols.length <= 24, position: 'right', color: '#182b27', fontSize: 12 } })),
  };
  return drawChart(chart, { width: 640, height: 90 + rows.length * (14 + 18 * cols.length) });
}
