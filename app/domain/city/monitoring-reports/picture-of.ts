import type { IndicatorLine } from './model.ts';

type Point = { day: string; value: number };
/** 画面: a trajectory as lines between years and values; years are counted to their last day, so that 2025 is its 31 December. */
export type Picture = {
  name: string; alt: string; unit: string; from: number; to: number; low: number; high: number; ticks: number[];
  expected: [number, number][][]; actual: [number, number][][]; targets: [number, number][]; bars: boolean;
};

/** What a figure's day is on the axis of years. */
function yearAt(day: string): number {
  const year = Number(day.slice(0, 4));
  const [start, end, at] = [Date.UTC(year - 1, 11, 31), Date.UTC(year, 11, 31), Date.parse(`${day}T00:00:00Z`)];
  return Number((year - 1 + (at - start) / (end - start)).toFixed(4));
}

const line = (points: readonly Point[]) => points.map(({ day, value }): [number, number] => [yearAt(day), value]);

/** 轨迹画面 for print; nothing to draw gives none. */
export function pictureOf(drawn: NonNullable<IndicatorLine['drawn']>, words: { name: string; alt: string; unit: string }): Picture | null {
  const values = [...drawn.expected.flat(), ...drawn.actual.flat()].map(({ value }) => value).concat(drawn.targets.flatMap(({ value, max }) => [value, max ?? value]));
  if (drawn.actual.length + drawn.targets.length === 0) return null;
  const said = drawn.actual.flat().map(({ value }) => value).concat(drawn.targets.flatMap(({ value, max }) => [value, max ?? value]));
  const ticks = ticksOf(Math.min(...values, 0), Math.max(...values, 0), said.every(Number.isInteger));
  return {
    ...words, from: Number(drawn.from.slice(0, 4)), to: Number(drawn.to.slice(0, 4)), low: ticks[0]!, high: ticks.at(-1)!, ticks, bars: drawn.isFlow,
    expected: drawn.expected.map(line), actual: drawn.actual.map(line), targets: drawn.targets.map(({ day, value, max }) => [yearAt(day), max ?? value]),
  };
}

/** 刻度: some round steps that hold every value; whole ones where what is reported and aimed at is whole, since nobody counts half a thing. */
function ticksOf(low: number, high: number, isWhole: boolean): number[] {
  const rough = Math.max(high - low, Number.EPSILON) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const fitting = [1, 2, 2.5, 5].find((each) => each * power >= rough && (!isWhole || Number.isInteger(each * power))) ?? 10;
  const step = Math.max(isWhole ? 1 : 0, power * fitting);
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step - 1e-9)];
  return Array.from({ length: Math.max(1, last - first) + 1 }, (_, at) => Number(((first + at) * step).toPrecision(10)));
}
