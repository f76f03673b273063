import { isReached } from '#app/domain/city/city-plans/progress.ts';
import type { Measured } from '#app/domain/city/city-plans/model.ts';
import { type Definition, isEstimate } from '#app/domain/city/indicators/model.ts';
import { lastDay, lastMonth, laterOf, openPeriod, periodsIn, yearOf } from '#app/domain/city/indicators/period.ts';
import { beijingDay, daysBetween } from '#app/platform/dates.ts';
import { expectedAt, forecast, type Forecast, type Light, light, type Point } from './trajectory.ts';

type Figure = { period: number; value: number; recordedAt?: Date; source?: string };
export type TrajectoryRow = { period: number; day: string; actual: number | null; expected: number | null; light: Light; reportedOn: string | null; isEstimate?: true };
export type TrajectoryTarget = Point & { year: number; max: number | null; isReached: boolean | null };

/** 一条轨迹: everything its picture and its table say. Lines are broken where a figure is missing. */
export type Trajectory = {
  unit: Definition['unit']; from: string; to: string; expected: Point[][]; actual: Point[][]; isFlow: boolean; targets: TrajectoryTarget[];
  forecast: (Forecast & { day: string }) | null; rows: TrajectoryRow[]; standing: Light; latest: TrajectoryRow | null;
};

export type Asked = { definition: Definition; measured: Pick<Measured, 'baseline' | 'targets'>; values: readonly Figure[]; years: readonly number[]; today: string };

/** 轨迹 of one indicator in one region: expected path, figures, targets, forecast to the next target. */
export function trajectoryOf({ definition, measured, values, years, today }: Asked): Trajectory {
  const { baseline, targets } = measured;
  const figures = counted(values);
  const first = Math.min(years[0]!, ...figures.map(({ period }) => yearOf(period)));
  const [from, to] = [`${first - 1}-12-31`, `${years.at(-1)!}-12-31`];
  const rows = rowsOf({ definition, measured, values: figures, years, today });
  const latest = rows.findLast(({ actual }) => actual !== null) ?? null;
  return {
    unit: definition.unit, from, to, isFlow: definition.accumulation === 'annual', expected: pathOf(definition, measured, from, to), actual: runsOf(definition, figures), rows, latest, standing: latest?.light ?? 'no-figure',
    targets: targets.toSorted((one, other) => one.year - other.year).filter(({ year }) => `${year}-12-31` <= to).map((target) => {
      const row = rows.find(({ day }) => day === `${target.year}-12-31`);
      return { day: `${target.year}-12-31`, year: target.year, value: target.value, max: target.max ?? null, isReached: row && row.actual !== null ? isReached(target, row.actual) : null };
    }),
    forecast: ahead(definition, baseline === null && targets.length === 0 ? [] : figures, targets.map(({ year }) => `${year}-12-31`), to),
  };
}

/** Of several figures that end on one day, the one for the longest period counts. */
function counted(values: readonly Figure[]): Figure[] {
  const byDay = new Map<string, Figure>();
  for (const figure of values) {
    const day = lastDay(figure.period);
    const held = byDay.get(day);
    if (!held || laterOf(held.period, figure.period) === figure.period) byDay.set(day, figure);
  }
  return [...byDay.values()].toSorted((one, other) => (lastDay(one.period) < lastDay(other.period) ? -1 : 1));
}

const asPoint = ({ period, value }: Figure): Point => ({ day: lastDay(period), value });
const months = { annual: 12, 'half-year': 6, quarter: 3, month: 1 } as const;
const frequencyOf = ({ period }: Figure) => openPeriod(period)!.frequency;

/** 多久有一个数: what is defined by month and was only ever asked by quarter stands at the ends of quarters; the months between were not left out. */
function rhythmOf({ frequency }: Definition, figures: readonly Figure[]): Definition['frequency'] {
  const last = figures.at(-1);
  const usual = last ? frequencyOf(last) : frequency;
  const monthly = figures.filter((figure) => frequencyOf(figure) === 'month');
  return usual === 'month' && monthly.length >= 3 && monthly.every(({ period }) => lastMonth(openPeriod(period)!) % 3 === 0) ? 'quarter' : usual;
}

/** 实际: runs of figures that follow each other; a missing period ends a run, a new year ends that of a flow. */
function runsOf(definition: Definition, figures: readonly Figure[]): Point[][] {
  const runs: Point[][] = [];
  const usual = months[rhythmOf(definition, figures)];
  for (const [at, figure] of figures.entries()) {
    const before = figures[at - 1];
    const follows = before && daysBetween(lastDay(before.period), lastDay(figure.period)) <= Math.max(months[frequencyOf(figure)], frequencyOf(figure) === 'month' ? usual : 0) * 31 + 1;
    if (follows && (definition.accumulation !== 'annual' || yearOf(before.period) === yearOf(figure.period))) runs.at(-1)!.push(asPoint(figure));
    else runs.push([asPoint(figure)]);
  }
  return runs;
}

/** 预期路径 as straight pieces: where it turns, and where it begins anew. */
function pathOf(definition: Definition, { baseline, targets }: Asked['measured'], from: string, to: string): Point[][] {
  if (definition.kind === 'milestone') return [];
  const aims = targets.toSorted((one, other) => one.year - other.year);
  const ends = aims.map(({ year, value }) => ({ day: `${year}-12-31`, value })).filter(({ day }) => day <= to);
  if (definition.direction === 'hold' || definition.direction === 'range') {
    return ends.map((end, at) => [{ day: ends[at - 1]?.day ?? `${Number(end.day.slice(0, 4)) - 1}-12-31`, value: end.value }, end]);
  }
  if (definition.accumulation === 'annual') return ends.map((end) => [{ day: `${Number(end.day.slice(0, 4)) - 1}-12-31`, value: 0 }, end]);
  const starts = baseline ? [{ day: `${baseline.year}-12-31`, value: baseline.value }] : definition.accumulation === 'cumulative' && ends[0] ? [{ day: `${Number(ends[0].day.slice(0, 4)) - 1}-12-31`, value: 0 }] : [];
  const start = starts[0] && starts[0].day < from ? [{ day: from, value: expectedAt(baseline, targets, from, definition) ?? starts[0].value }] : starts;
  const path = [...start, ...ends];
  return path.length > 1 ? [path] : [];
}

/** 逐期: every period that is over, as often as figures are reported; what was not reported stays without a figure. */
function rowsOf({ definition, measured: { baseline, targets }, values, years, today }: Asked): TrajectoryRow[] {
  const usual = rhythmOf(definition, values);
  const held = new Map(values.map((figure) => [lastDay(figure.period), figure]));
  const due = years.flatMap((year) => periodsIn(year, usual)).filter((period) => lastDay(period) < today);
  const periods = new Map([...due.map((period) => [lastDay(period), period] as const), ...values.map(({ period }) => [lastDay(period), period] as const)]);
  return [...periods].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([day, period]) => {
    const figure = held.get(day);
    const expected = definition.kind === 'milestone' ? null : expectedAt(baseline, targets, day, definition);
    const next = targets.toSorted((one, other) => one.year - other.year).find(({ year }) => `${year}-12-31` >= day);
    const standing = targets.length === 0 && figure ? 'on-path' as const : light(figure?.value ?? null, expected, definition.direction, next?.op ?? '>=', next, day < today ? day : today);
    return { period, day, actual: figure?.value ?? null, expected, light: standing, reportedOn: figure?.recordedAt ? beijingDay(figure.recordedAt) : null, ...(isEstimate(figure?.source) ? { isEstimate: true } : {}) };
  });
}

/** 预测 to the next target after the last figure; what begins anew each year is foreseen from this year's figures. */
function ahead({ kind, accumulation, least, most }: Definition, figures: readonly Figure[], aims: readonly string[], to: string): Trajectory['forecast'] {
  const last = figures.at(-1);
  if (!last || kind === 'milestone') return null;
  const day = aims.toSorted().find((aim) => aim > lastDay(last.period) && aim <= to);
  if (!day) return null;
  const isSubAnnual = openPeriod(last.period)!.frequency !== 'annual';
  const known = accumulation === 'annual' && isSubAnnual ? figures.filter(({ period }) => yearOf(period) === yearOf(last.period)) : figures;
  const found = accumulation === 'annual' && isSubAnnual && day.slice(0, 4) !== String(yearOf(last.period)) ? null : forecast(known.map(asPoint), day, { least: least ?? 0, most, isCumulative: accumulation === 'cumulative' });
  return found && { ...found, day };
}
