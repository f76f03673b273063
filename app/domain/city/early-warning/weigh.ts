import { isReached } from '#app/domain/city/city-plans/progress.ts';
import type { Baseline, Target } from '#app/domain/city/city-plans/model.ts';
import type { Definition } from '#app/domain/city/indicators/model.ts';
import { isRunningTotal } from '#app/domain/city/indicators/running-total.ts';
import { lastDay, openPeriod, yearOf } from '#app/domain/city/indicators/period.ts';
import { daysBetween } from '#app/platform/dates.ts';
import { type AlertLevel, alertLevels, type Ground, type RuleCode, type Settings } from './model.ts';
import { expectedAt, shareOfPath } from './trajectory.ts';

export type Figure = { period: number; value: number };
/** 一地一指标: all that a rule may look at; `aim` is what a plan in force asks of it. */
export type Series = {
  definition: Pick<Definition, 'kind' | 'unit' | 'accumulation' | 'direction' | 'frequency' | 'most'>; figures: readonly Figure[];
  /** The latest period whose numerator is more than its denominator. */
  contradicting: number | null;
  aim: { baseline: Baseline | null; targets: readonly Target[]; startsOn: string } | null;
};
export type Weighed = { level: AlertLevel; ground: Ground };

export const noGround: Ground = { period: null, actual: null, expected: null, target: null, dueOn: null, daysLate: null, share: null, usual: null, change: null };
/** Fewer changes than this do not say what is usual. */
const fewestChanges = 5;
const mostChanges = 24;

/** 按规则判断 one series on a day: the worst level whose ground stands, or nothing. W1 needs to know what is late (silence.ts). */
export function weigh(rule: Exclude<RuleCode, 'W1'>, settings: Settings, series: Series, today: string): Weighed | null {
  return { W2: offPath, W3: belowHold, W4: unusual, W5: missed, W6: contradicts }[rule](settings, series, today);
}

/** The worst level whose number is passed. */
export function levelWhere({ levels }: Pick<Settings, 'levels'>, isPassed: (bound: number) => boolean): AlertLevel | null {
  return alertLevels.findLast((level) => levels[level] !== undefined && isPassed(levels[level])) ?? null;
}

const always = (settings: Settings) => levelWhere(settings, () => true);
const dayOf = (target: Target) => `${target.year}-12-31`;
const inOrder = (targets: readonly Target[]) => targets.toSorted((one, other) => one.year - other.year);

/** W2 进度偏差: the latest figure against the straight path, in per cent. */
function offPath(settings: Settings, { definition, figures, aim }: Series): Weighed | null {
  const last = figures.at(-1);
  if (!last || !aim || definition.kind === 'milestone' || definition.direction === 'hold' || definition.direction === 'range' || definition.direction === 'monitor') return null;
  const day = lastDay(last.period);
  const next = inOrder(aim.targets).find((target) => dayOf(target) >= day);
  const expected = expectedAt(aim.baseline, aim.targets, day, definition);
  if (!next || expected === null || day < aim.startsOn || isReached(next, last.value)) return null;
  const share = 100 * shareOfPath(last.value, expected, definition.direction, next.op);
  const level = levelWhere(settings, (bound) => share < bound);
  return level && { level, ground: { ...noGround, period: last.period, actual: last.value, expected, target: next.value, dueOn: dayOf(next), share } };
}

/** W3 跌破保持线: what is to be held has fallen under its line. */
function belowHold(settings: Settings, { definition, figures, aim }: Series): Weighed | null {
  const last = figures.at(-1);
  if (!last || !aim || definition.direction !== 'hold') return null;
  const day = lastDay(last.period);
  const targets = inOrder(aim.targets);
  const line = targets.find((target) => dayOf(target) >= day) ?? targets.at(-1);
  if (!line || day < aim.startsOn || isReached(line, last.value)) return null;
  const level = always(settings);
  return level && { level, ground: { ...noGround, period: last.period, actual: last.value, target: line.value, dueOn: dayOf(line), share: line.value === 0 ? null : (100 * last.value) / line.value } };
}

/** W4 异常波动: a change far from what changes have been, or a running total that falls; within its year a yearly count is one. */
function unusual(settings: Settings, { definition, figures }: Series): Weighed | null {
  const [last, before] = [figures.at(-1), figures.at(-2)];
  if (!last || !before || definition.kind === 'milestone') return null;
  const change = last.value - before.value;
  const ground = { ...noGround, period: last.period, actual: last.value, change };
  const isOneYear = yearOf(before.period) === yearOf(last.period);
  if (change < 0 && isRunningTotal(definition, isOneYear)) {
    const level = always(settings);
    return level && { level, ground: { ...ground, expected: before.value } };
  }
  const told = changesOf(definition, figures);
  const latest = told.pop();
  const past = told.slice(-mostChanges);
  if (latest === undefined || past.length < fewestChanges) return null;
  const usual = median(past);
  const away = Math.abs(latest - usual);
  const spread = Math.max(median(past.map((each) => Math.abs(each - usual))), 0.01 * median(figures.slice(-mostChanges).map(({ value }) => Math.abs(value))));
  if (spread === 0) return null;
  const level = levelWhere(settings, (times) => away > times * spread);
  return level && { level, ground: { ...ground, change: latest, usual, share: away / spread } };
}

/** Changes from one period to the next that follow each other; what begins anew each year changes from nought. */
function changesOf({ accumulation }: Series['definition'], figures: readonly Figure[]): number[] {
  const changes: number[] = [];
  for (let at = 1; at < figures.length; at += 1) {
    const [before, here] = [figures[at - 1]!, figures[at]!];
    const open = openPeriod(here.period)!;
    if (open.frequency !== openPeriod(before.period)!.frequency) continue;
    const isAnew = accumulation === 'annual' && open.frequency !== 'annual' && yearOf(before.period) !== yearOf(here.period);
    changes.push(isAnew ? here.value : here.value - before.value);
  }
  return changes;
}

export function median(of: readonly number[]): number {
  const order = of.toSorted((one, other) => one - other);
  const half = order.length >> 1;
  return order.length % 2 === 1 ? order[half]! : (order[half - 1]! + order[half]!) / 2;
}

/** W5 目标到期未达成: a target's day is over and the figure of that day, or a later one, is short of it. No figure is W1's. */
function missed(settings: Settings, { definition, figures, aim }: Series, today: string): Weighed | null {
  const due = inOrder(aim?.targets ?? []).findLast((target) => dayOf(target) < today);
  if (!due || dayOf(due) < aim!.startsOn) return null;
  const figure = figures.findLast(({ period }) => (definition.accumulation === 'annual' ? yearOf(period) === due.year : true) && lastDay(period) >= dayOf(due));
  if (!figure || isReached(due, figure.value)) return null;
  const level = always(settings);
  return level && { level, ground: { ...noGround, period: figure.period, actual: figure.value, target: due.value, dueOn: dayOf(due), daysLate: daysBetween(dayOf(due), today) } };
}

/** W6 分母分子矛盾: more than the whole. Entry refuses it; this finds what came in another way. */
function contradicts(settings: Settings, { definition, figures, contradicting }: Series): Weighed | null {
  const isCapped = definition.unit === 'percent' || definition.unit === 'permille';
  const wrong = figures.findLast(({ period, value }) => (definition.most !== null && value > definition.most) || (isCapped && period === contradicting));
  const level = wrong ? always(settings) : null;
  return wrong && level ? { level, ground: { ...noGround, period: wrong.period, actual: wrong.value, expected: definition.most } } : null;
}
