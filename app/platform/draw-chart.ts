import { hash } from 'node:crypto';
import type { EChartsOption } from 'echarts';

/** 图表: what a chart shows; drawn without motion and without a browser. */
export type Chart = EChartsOption;
type Size = { width: number; height: number };
type ECharts = typeof import('echarts');

const ink = '#182b27';
const ink2 = '#46584f';
const fontFamily = 'PingFang SC, Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, sans-serif';

/** 图表主题, in the colours of the pages. */
const theme = {
  color: ['#0b6b5a', '#c77700', '#1f5c94', '#9c4a2f', '#6d6296', '#5f716a'],
  backgroundColor: 'transparent',
  textStyle: { color: ink2, fontSize: 13, fontFamily },
  line: { symbol: 'circle', symbolSize: 8, lineStyle: { width: 3 }, smooth: false },
  radar: { splitNumber: 4, axisLine: { lineStyle: { color: '#b9d9cf' } }, splitLine: { lineStyle: { color: '#d8e3de' } }, splitArea: { show: false }, axisName: { color: ink } },
  categoryAxis: { axisLine: { lineStyle: { color: '#7c8f88' } }, axisTick: { show: false }, axisLabel: { color: ink2, fontSize: 13 }, splitLine: { show: false } },
  valueAxis: { axisLine: { show: false }, axisLabel: { color: ink2, fontSize: 13 }, splitLine: { lineStyle: { color: '#e6efea' } } },
  legend: { textStyle: { color: ink2, fontSize: 13 }, itemWidth: 18 },
};

let loading: Promise<ECharts> | undefined;

/** Loaded when the first chart is asked for: a process that draws none has none of it in memory. One file, since hundreds cost more. */
function load(): Promise<ECharts> {
  loading ??= import('echarts/dist/echarts.min.js' as string).then((module: { default: ECharts }) => {
    module.default.registerTheme('tongyou', theme);
    return module.default;
  });
  return loading;
}

const drawn = new Map<string, string>();
const mostDrawn = 200;

/**
 * 画图 as SVG text. The same chart is always the same text, whichever process draws it: names inside it come from what it
 * shows, and what would only matter under a mouse is left out.
 */
export async function drawChart(chart: Chart, { width, height }: Size): Promise<string> {
  const name = `c${hash('sha256', JSON.stringify([chart, width, height]), 'hex').slice(0, 10)}`;
  const known = drawn.get(name);
  if (known) return known;
  const echarts = await load();
  const canvas = echarts.init(null, 'tongyou', { renderer: 'svg', ssr: true, width, height });
  try {
    canvas.setOption({ animation: false, ...chart });
    const svg = canvas.renderToSVGString({ useViewBox: true })
      .replace(/<style[^]*?<\/style>/g, '').replaceAll(/ class="zr\d+-cls-\d+"/g, '').replaceAll(/ pointer-events="visible"/g, '')
      .replaceAll(/\bzr\d+-/g, `${name}-`)
      .replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
    if (drawn.size >= mostDrawn) drawn.delete(drawn.keys().next().value!);
    drawn.set(name, svg);
    return svg;
  } finally {
    canvas.dispose();
  }
}
