import type { Action } from '#app/domain/city/city-plans/model.ts';
import { figureOfYear } from '#app/domain/city/city-plans/figure-of-year.ts';
import type { HeatCell, Known, Standing } from './model.ts';
import { cellOf, standingAt, type Told } from './standing.ts';

type Asked = { actions: readonly Action[]; known: readonly Known[]; values: readonly (Told & { indicatorId: number })[]; year: number; today: string; since: Date };

/** 一地的数里当年算数的那个. */
export function toldIn(values: readonly (Told & { indicatorId: number })[], { id, kind }: Known, year: number): Told | undefined {
  return figureOfYear(values.filter(({ indicatorId }) => indicatorId === id), kind, year);
}

/** 计划本地的一列: every action in the plan's own place, with its milestones. */
export function placeRow({ actions, known, values, year, today, since }: Asked): Record<string, HeatCell> {
  const byCode = new Map(known.map((each) => [each.code, each]));
  const byIndicator = Map.groupBy(values, ({ indicatorId }) => indicatorId);
  return Object.fromEntries(actions.map((action) => {
    const standings: Standing[] = action.indicators.map((measured) => {
      const own = byCode.get(measured.code)!;
      return standingAt({ known: own, measured, targets: measured.targets, told: toldIn(byIndicator.get(own.id) ?? [], own, year), year, today, since });
    });
    return [action.code, cellOf(standings, (code) => byCode.get(code)?.kind === 'milestone')];
  }));
}
