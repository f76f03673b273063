/** A figure on a day. */
export type DayPoint = { day: string; value: number };
type Drawn = {
  from: string; to: string; expected: readonly (readonly DayPoint[])[]; actual: readonly (readonly DayPoint[])[]; targets: readonly (DayPoint & { max: number | null })[];
  forecast: { day: string; at: number; low: number; high: number } | null;
};

export const wide = 640;
export const tall = 300;
const edge = { left: 58, right: 112, top: 44, bottom: 48 };
export const floorAt = tall - edge.bottom;
export const leftAt = edge.left;
export const rightAt = wide - edge.right;

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** 刻度: up to six round steps from nought, or from below where figures lie below it; whole ones where what is reported and aimed at is whole. */
export function ticksOf(lowest: number, highest: number, isWhole = false): number[] {
  const span = Math.max(highest - Math.min(0, lowest), Number.EPSILON);
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const fitting = [1, 2, 2.5, 5].find((each) => each * power >= rough && (!isWhole || Number.isInteger(each * power))) ?? 10;
  const step = Math.max(isWhole ? 1 : 0, fitting * power);
  const first = Math.floor(Math.min(0, lowest) / step);
  const last = Math.max(first + 1, Math.ceil(highest / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(10)));
}

/** 画面: where everything lies. The same figures always give the same picture. */
export function layOut({ from, to, expected, actual, targets, forecast }: Drawn) {
  const values = [...expected.flat(), ...actual.flat()].map(({ value }) => value);
  const all = [...values, ...targets.flatMap(({ value, max }) => [value, max ?? value]), ...(forecast ? [forecast.high, forecast.low] : [])];
  const said = [...actual.flat().map(({ value }) => value), ...targets.flatMap(({ value, max }) => [value, max ?? value])];
  const ticks = ticksOf(Math.min(...all, 0), Math.max(...all, 0) || 1, said.every(Number.isInteger));
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const x = (day: string) => round(edge.left + ((rightAt - edge.left) * (dayNumber(day) - first)) / Math.max(1, last - first));
  const y = (value: number) => round(floorAt - ((floorAt - edge.top) * (value - low)) / (high - low));
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) }, (_, at) => Number(from.slice(0, 4)) + 1 + at);
  const line = (points: readonly DayPoint[]) => points.map(({ day, value }, at) => `${at === 0 ? 'M' : 'L'}${x(day)} ${y(value)}`).join('');
  return { x, y, line, ticks, years: years.map((year) => ({ year, start: x(`${year - 1}-12-31`), middle: round((x(`${year - 1}-12-31`) + x(`${year}-12-31`)) / 2) })) };
}

const round = (value: number) => Math.round(value * 10) / 10;

type Label = { key: string; x: number; y: number; said: string; anchor: 'start' | 'middle' | 'end' };

/** How wide a label is drawn, at most: letters of the West are half as wide as those of Chinese. */
const widthOf = (said: string) => [...said].reduce((sum, letter) => sum + (letter.codePointAt(0)! < 0x2e80 ? 9 : 15.5), 0);

/** 叠在一起的标签: of labels that would lie over one another the first of the list stays; the table beside says the others. */
export function clearOf<L extends Label>(labels: readonly L[], lineHeight = 17): L[] {
  const boxOf = ({ x, y, said, anchor }: Label) => {
    const left = anchor === 'start' ? x : anchor === 'end' ? x - widthOf(said) : x - widthOf(said) / 2;
    return { left, right: left + widthOf(said), y };
  };
  const kept: L[] = [];
  for (const label of labels) {
    const own = boxOf(label);
    if (kept.map(boxOf).every((other) => own.right <= other.left || own.left >= other.right || Math.abs(own.y - other.y) >= lineHeight)) kept.push(label);
  }
  return kept;
}

/** 标签不相碰: labels at the right keep a line's height between them, the lower ones pushed down. */
export function apart(wanted: readonly number[], least = 18): number[] {
  const order = wanted.map((at, which) => ({ at, which })).toSorted((one, other) => one.at - other.at);
  for (const [n, each] of order.entries()) if (n > 0) each.at = Math.max(each.at, order[n - 1]!.at + least);
  return wanted.map((_, which) => order.find((each) => each.which === which)!.at);
}
