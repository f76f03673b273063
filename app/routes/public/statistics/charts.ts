import type { RegionFigures } from '#app/domain/public/statistics/region-figures.ts';
import { type Chart, drawChart } from '#app/platform/draw-chart.ts';

const size = { width: 420, height: 260 };
const labelled = { show: true, color: '#182b27', fontSize: 13 } as const;
const decal = { aria: { enabled: true, decal: { show: true } } } as const;
const rounded = (value: number | null | undefined) => (value === null || value === undefined ? null : Math.round(value * 10) / 10);
const still = { silent: true, emphasis: { disabled: true } } as const;

type Bar = { name: string; value: number | null; beside?: number | null | undefined };

/** 横条: one bar a line, with what is compared with it in a second colour and pattern. */
function bars(lines: readonly Bar[], legend: readonly string[], most: number): Chart {
  const turned = lines.toReversed();
  const isCompared = legend.length > 1;
  const series = (name: string, values: (number | null)[]) => ({ name, type: 'bar' as const, ...still, barMaxWidth: 18, data: values, label: { ...labelled, position: 'right' as const } });
  return {
    ...(isCompared ? { ...decal, legend: { bottom: 0, data: [...legend] } } : {}),
    grid: { left: 8, right: 44, top: 8, bottom: isCompared ? 34 : 8, containLabel: true },
    xAxis: { type: 'value', max: most, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: { type: 'category', data: turned.map(({ name }) => name), axisLabel: { fontSize: 14, color: '#182b27' } },
    series: [
      ...(isCompared ? [{ ...series(legend[1]!, turned.map((line) => rounded(line.beside))), itemStyle: { color: '#9dcbbb' } }] : []),
      { ...series(legend[0]!, turned.map((line) => rounded(line.value))), itemStyle: { color: '#0b6b5a' } },
    ],
  };
}

/** 五个板块 beside the region above. */
export function sectionBars(lines: readonly Bar[], legend: readonly string[]): Promise<string> {
  return drawChart(bars(lines, legend, 100), { ...size, height: 60 + lines.length * (legend.length > 1 ? 48 : 34) });
}

/** 缺口: share not fully met. */
export function gapBars(lines: readonly Bar[]): Promise<string> {
  return drawChart({ ...bars(lines, [''], 100) }, { ...size, height: 30 + lines.length * 32 });
}

/** 得分分布: how many communities in each tenth. */
export function spreadBars(bands: RegionFigures['bands'], nameOf: (band: number) => string): Promise<string> {
  const scored = Array.from({ length: 11 }, (_, band) => ({ name: nameOf(band), many: bands.find((each) => each.band === band)?.communities ?? 0 }));
  return drawChart({
    grid: { left: 8, right: 8, top: 24, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: scored.map(({ name }) => name), axisLabel: { rotate: 60, fontSize: 13, interval: 0 } },
    yAxis: { type: 'value', minInterval: 1, axisLabel: { fontSize: 13 } },
    series: [{ type: 'bar', ...still, data: scored.map(({ many }) => many), barCategoryGap: '12%', itemStyle: { borderRadius: [4, 4, 0, 0] }, label: { ...labelled, position: 'top', fontSize: 12 } }],
  }, size);
}

/** 逐年: the mean of each year, from zero. */
export function yearLine(years: RegionFigures['years']): Promise<string> {
  return drawChart({
    grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: years.map(({ year }) => String(year)), axisLabel: { fontSize: 14 } },
    yAxis: { type: 'value', min: 0, max: 100 },
    series: [{ type: 'line', ...still, data: years.map(({ mean }) => rounded(mean)), label: { ...labelled, position: 'top' } }],
  }, size);
}
