import { type Chart, drawChart } from '#app/platform/draw-chart.ts';
import { percent } from './numbers.ts';

/** 一点一线: a share and, behind it, its interval; in per cent. */
export type Point = { name: string; value: number; low: number; high: number };
/** 两点: two shares of one question. */
export type Pair = { name: string; one: number; other: number };

const still = { silent: true, emphasis: { disabled: true } } as const;
const whole = (share: number) => Math.round(share * 1000) / 10;

const [labelWidth, lineHeight, usualRow] = [150, 16, 40];

/** How high a row has to be so that every name stands, on as many lines as the longest needs; a Chinese letter is as wide as two. */
function rowFor(names: readonly string[]): number {
  const widest = Math.max(...names.map((name) => [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 14 : 7.4), 0)));
  return Math.max(usualRow, (Math.ceil(widest / labelWidth) + 1) * lineHeight);
}

function frame(names: readonly string[], hasLegend: boolean): Chart {
  return {
    grid: { left: 8, right: 28, top: 8, bottom: hasLegend ? 56 : 30, containLabel: true },
    xAxis: { type: 'value', min: 0, max: 100, interval: 25, axisLabel: { formatter: '{value}%', fontSize: 13 } },
    yAxis: { type: 'category', data: [...names], axisLabel: { fontSize: 14, color: '#182b27', width: labelWidth, overflow: 'break', interval: 0, lineHeight } },
  };
}

/** A bar that begins where another, invisible one ends. */
const span = (from: readonly number[], to: readonly number[], color: string, width: number) => [
  { type: 'bar' as const, ...still, stack: 'span', barWidth: width, itemStyle: { color: 'transparent' }, data: [...from] },
  { type: 'bar' as const, ...still, stack: 'span', barWidth: width, itemStyle: { color, borderRadius: 3 }, data: to.map((end, at) => end - from[at]!) },
];

/** 主题均值 with their intervals. */
export function shareChart(points: readonly Point[]): Promise<string> {
  const lines = points.toReversed();
  return drawChart({
    ...frame(lines.map(({ name }) => name), false),
    series: [
      ...span(lines.map(({ low }) => whole(low)), lines.map(({ high }) => whole(high)), '#9dcbbb', 6),
      { type: 'scatter', ...still, symbolSize: 14, itemStyle: { color: '#0b6b5a' }, data: lines.map(({ value }, at) => [whole(value), at]), label: { show: true, position: 'top', distance: 3, color: '#182b27', fontSize: 13, formatter: ({ dataIndex }) => percent(lines[dataIndex]!.value) } },
    ],
  }, { width: 460, height: 46 + lines.length * 44 });
}

/** 哑铃图: children as dots and adults as diamonds, and the gap between them. */
export function dumbbell(pairs: readonly Pair[], legend: readonly [string, string]): Promise<string> {
  const lines = pairs.toReversed();
  const dots = (name: string, symbol: string, color: string, of: (pair: Pair) => number) =>
    ({ name, type: 'scatter' as const, ...still, symbol, symbolSize: 14, itemStyle: { color }, data: lines.map((pair, at) => [whole(of(pair)), at]) });
  return drawChart({
    ...frame(lines.map(({ name }) => name), true),
    legend: { bottom: 0, data: [...legend] },
    series: [
      ...span(lines.map(({ one, other }) => whole(Math.min(one, other))), lines.map(({ one, other }) => whole(Math.max(one, other))), '#c9d6d0', 5),
      dots(legend[0], 'circle', '#0b6b5a', ({ one }) => one),
      dots(legend[1], 'diamond', '#c77700', ({ other }) => other),
    ],
  }, { width: 460, height: 76 + lines.length * rowFor(lines.map(({ name }) => name)) });
}
