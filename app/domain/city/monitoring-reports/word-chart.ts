import { escapeXml } from '#app/domain/base/documents/xml.ts';
import type { Picture } from './picture-of.ts';

type Series = { name: string; points: readonly (readonly [number, number])[]; line: string; marker: string };

/** 轨迹图 as Word draws it itself: years across, values up, one series for each run, so that nothing is drawn where nothing was reported. */
export function wordChart({ name, from, to, low, high, ticks, expected, actual, targets }: Picture, [path, happened, target]: readonly string[]): string {
  const line = (colour: string, width: number, dash = '') => `<a:ln w="${width}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>${dash}</a:ln>`;
  const marker = (symbol: string, size: number, fill: string) => `<c:marker><c:symbol val="${symbol}"/><c:size val="${size}"/><c:spPr><a:solidFill><a:srgbClr val="${fill}"/></a:solidFill></c:spPr></c:marker>`;
  const none = '<c:marker><c:symbol val="none"/></c:marker>';
  const series: Series[] = [
    ...expected.map((points) => ({ name: path!, points, line: line('5A5A5A', 15_875, '<a:prstDash val="dash"/>'), marker: none })),
    ...actual.map((points) => ({ name: happened!, points, line: line('0B6B5A', 25_400), marker: marker('circle', 6, '0B6B5A') })),
    ...(targets.length > 0 ? [{ name: target!, points: targets, line: '<a:ln><a:noFill/></a:ln>', marker: marker('square', 8, 'FFCF4A') }] : []),
  ];
  const shownBefore = series.map((one, at) => series.findIndex((each) => each.name === one.name) < at);
  const axis = (id: number, other: number, place: string, least: number, most: number, unit: string, grid: string) =>
    `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/><c:max val="${most}"/><c:min val="${least}"/></c:scaling><c:delete val="0"/><c:axPos val="${place}"/>${grid}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="${other}"/><c:crosses val="min"/>${unit}</c:valAx>`;
  const grid = '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D8D8D8"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="900" b="0"/><a:t>${escapeXml(name)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series.map(seriesXml).join('')}<c:axId val="1"/><c:axId val="2"/></c:scatterChart>${axis(1, 2, 'b', from, Math.max(to, from + 1), '<c:majorUnit val="1"/>', '')}${axis(2, 1, 'l', low, high, `<c:majorUnit val="${Number((ticks[1]! - low).toPrecision(6))}"/>`, grid)}</c:plotArea><c:legend><c:legendPos val="b"/>${shownBefore.map((hides, at) => (hides ? `<c:legendEntry><c:idx val="${at}"/><c:delete val="1"/></c:legendEntry>` : '')).join('')}<c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

function seriesXml({ name, points, line, marker }: Series, at: number): string {
  const numbers = (which: 0 | 1) => `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${points.length}"/>${points.map((point, n) => `<c:pt idx="${n}"><c:v>${point[which]}</c:v></c:pt>`).join('')}</c:numLit>`;
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx><c:spPr>${line}</c:spPr>${marker}<c:xVal>${numbers(0)}</c:xVal><c:yVal>${numbers(1)}</c:yVal><c:smooth val="0"/></c:ser>`;
}
