import type { Action } from '#app/domain/city/city-plans/model.ts';
import { laterOf, yearOf } from '#app/domain/city/indicators/period.ts';
import type { HeatCell, Known, Standing } from './model.ts';
import { cellOf, standingAt, type Told } from './standing.ts';

type Asked = { actions: readonly Action[]; known: readonly Known[]; values: readonly (Told & { indicatorId: number })[]; year: number; today: string; since: Date };

/** 一地的数里当年算数的那个; what is done once stays done in the years after. */
export function toldIn(values: readonly (Told & { indicatorId: number })[], { id, kind }: Known, year: number): Told | undefined {
  const own = values.filter(({ indicatorId, period }) => indicatorId === id && (kind === 'milestone' ? yearOf(period) <= year : yearOf(period) === year));
  if (kind === 'milestone') return own.find(({ value }) => value >= 1) ?? own.at(-1);
  return own.reduce<Told | undefined>((held, each) => (!held || laterOf(held.period, each.period) === each.period ? each : held), undefined);
}

/** 计划本地的一列: every action in the plan's own place, with its milestones. */
export function placeRow({ actions, known, values, year, today, since }: Asked): Record<string, HeatCell> {
  const byCode = new Map(known.map((each) => [each.code, each]));
  return Object.fromEntries(actions.map((action) => {
    const standings: Standing[] = action.indicators.map((measured) => {
      const own = byCode.get(measured.code)!;
      return standingAt({ known: own, measured, targets: measured.targets, told: toldIn(values, own, year), year, today, since });
    });
    return [action.code, cellOf(standings, (code) => byCode.get(code)?.kind === 'milestone')];
  }));
}
