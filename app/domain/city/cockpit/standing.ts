import { isSameForAll, type Measured, type Target, type Wanted } from '#app/domain/city/city-plans/model.ts';
import { expectedAt, inOrder, light, percentOf, shareOfPath } from '#app/domain/city/early-warning/trajectory.ts';
import { isEstimate } from '#app/domain/city/indicators/model.ts';
import { lastDay } from '#app/domain/city/indicators/period.ts';
import { type CellLight, type HeatCell, type Known, type Standing, weaker } from './model.ts';

export type Told = { period: number; value: number; recordedAt: Date; source?: string };
type Asked = { known: Known; measured: Pick<Measured, 'code' | 'baseline'>; targets: readonly Target[]; told: Told | undefined; year: number; today: string; since: Date };

/** 一个指标站在哪里: a figure against the path to its next target; what has no target from this year on is not asked. */
export function standingAt({ known, measured, targets, told, year, today, since }: Asked): Standing {
  const at = (said: CellLight, expected: number | null = null, percent: number | null = null): Standing =>
    ({ code: measured.code, light: said, actual: told?.value ?? null, expected, percent, period: told?.period ?? null, isNew: told !== undefined && told.recordedAt >= since, ...(isEstimate(told?.source) ? { isEstimate: true } : {}) });
  const sorted = inOrder(targets);
  const next = sorted.find((target) => target.year >= year);
  if (known.kind === 'milestone') return at(milestoneLight(next ?? sorted.at(-1), told, year, today));
  if (!next) return at('not-asked');
  if (!told) return at('no-figure');
  const day = lastDay(told.period);
  const expected = expectedAt(measured.baseline, sorted, day, known);
  const said = light(told.value, expected, known.direction, next.op, next, day < today ? day : today); // a period that still runs has not come to its target's day
  const share = expected === null || next.op === 'range' ? null : shareOfPath(told.value, expected, known.direction, next.op);
  return at(expected === null && said === 'on-path' ? 'not-due' : said, expected, share === null ? null : percentOf(share));
}

/** 里程碑的灯: done is done; what is due and was not reported has no figure, and one that is still to come is not due. */
function milestoneLight(target: Target | undefined, told: Told | undefined, year: number, today: string): CellLight {
  if (!target) return 'not-asked';
  if (told && told.value >= 1) return 'reached';
  if (target.year > year || `${target.year}-12-31` >= today) return 'not-due';
  return told ? 'far-behind' : 'no-figure';
}

/** 下面各地的目标 for one indicator: its own where there is one, else the city's where it asks the same of all. */
export function targetsBelow(own: readonly (Wanted & { year: number })[], measured: Measured, known: Known): readonly Target[] {
  if (own.length > 0) return own.map(({ year, op, value, max }) => ({ year, op, value, ...(max === null ? {} : { max }) }));
  return isSameForAll(known.unit) ? measured.targets : [];
}

/** 合成一格: the weakest figure gives the light; a cell where some figures are still missing says so. */
export function cellOf(standings: readonly Standing[], isMilestone: (code: string) => boolean): HeatCell {
  const cell: HeatCell = { light: 'not-asked', percent: null, weakest: null, asked: 0, reported: 0, marks: 0, done: 0, isNew: false, standings: [...standings] };
  let worst: Standing | undefined;
  for (const each of standings) {
    if (each.light === 'not-asked') continue;
    if (isMilestone(each.code)) {
      cell.marks += 1;
      if (each.light === 'reached') cell.done += 1;
    } else {
      cell.asked += 1;
      if (each.actual !== null && each.overdue === undefined) cell.reported += 1;
    }
    cell.isNew ||= each.isNew;
    if (!worst || (weaker(each.light, worst.light) || (each.percent ?? Infinity) - (worst.percent ?? Infinity)) < 0) worst = each;
  }
  return worst ? { ...cell, light: worst.light, percent: worst.percent, weakest: worst.code, ...(worst.isEstimate ? { isEstimate: true } : {}) } : cell;
}
