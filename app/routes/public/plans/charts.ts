import type { Measured } from '#app/domain/city/city-plans/model.ts';
import { plannedPath } from '#app/domain/city/city-plans/progress.ts';
import type { Definition } from '#app/domain/city/indicators/model.ts';
import { type Chart, drawChart } from '#app/platform/draw-chart.ts';

const size = { width: 460, height: 230 };
const label = { show: true, color: '#182b27', fontSize: 13 } as const;
const still = { silent: true, emphasis: { disabled: true } } as const;

/** 一个指标的图: plan dashed grey, actual solid, targets yellow squares, from zero; a year without a figure is a gap. */
export function indicatorChart({ kind, accumulation, direction }: Definition, measured: Measured, years: readonly number[], actual: readonly (number | null)[]): Promise<string> | '' {
  const targets = years.map((year) => measured.targets.find((target) => target.year === year));
  if (kind === 'milestone' || (actual.every((value) => value === null) && targets.every((target) => !target))) return '';
  const planned = accumulation === 'annual' ? [] : plannedPath(measured, direction, years);
  const chart: Chart = {
    grid: { left: 8, right: 24, top: 26, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: years.map(String), axisLabel: { fontSize: 14 }, boundaryGap: true },
    yAxis: { type: 'value', min: 0, axisLabel: { fontSize: 13 }, minInterval: 1 },
    series: [
      ...(planned.some((value) => value !== null) ? [{ type: 'line' as const, ...still, data: [...planned], symbol: 'none', lineStyle: { type: 'dashed' as const, width: 2, color: '#7c8f88' } }] : []),
      accumulation === 'annual'
        ? { type: 'bar' as const, ...still, data: [...actual], barMaxWidth: 42, itemStyle: { color: '#0b6b5a' }, label: { ...label, position: 'inside' as const, color: '#ffffff' } }
        : { type: 'line' as const, ...still, data: [...actual], connectNulls: false, lineStyle: { color: '#0b6b5a', width: 3 }, itemStyle: { color: '#0b6b5a' }, label: { ...label, position: 'bottom' as const } },
      { type: 'scatter' as const, ...still, data: targets.map((target) => target?.max ?? target?.value ?? null), symbol: 'rect', symbolSize: 13, itemStyle: { color: '#ffc84a', borderColor: '#182b27', borderWidth: 1.5 }, label: { ...label, position: 'top' as const } },
    ],
  };
  return drawChart(chart, size);
}
