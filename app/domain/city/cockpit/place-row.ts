import type { Action } from '#app/domain/city/city-plans/model.ts';
import type { HeatCell, Known, Standing } from './model.ts';
import { standInYear } from './stand-in-year.ts';
import { cellOf, type Told } from './standing.ts';

type Asked = { actions: readonly Action[]; known: readonly Known[]; values: readonly (Told & { indicatorId: number })[]; year: number; today: string; since: Date };

/** 计划本地的一列: every action in the plan's own place, with its milestones. */
export function placeRow({ actions, known, values, year, today, since }: Asked): Record<string, HeatCell> {
  const byCode = new Map(known.map((each) => [each.code, each]));
  const byIndicator = Map.groupBy(values, ({ indicatorId }) => indicatorId);
  return Object.fromEntries(actions.map((action) => {
    const standings: Standing[] = action.indicators.map((measured) => {
      const own = byCode.get(measured.code)!;
      const { isEnded: _ended, light, ...standing } = standInYear({ known: own, measured, figures: byIndicator.get(own.id) ?? [], year, today, since });
      return { ...standing, light: light === 'hidden' ? 'not-asked' : light }; // officers see every figure
    });
    return [action.code, cellOf(standings, (code) => byCode.get(code)?.kind === 'milestone')];
  }));
}
