import { type Aims, keyOf } from './aims.ts';
import type { Run } from './series-in.ts';
import type { alerts } from './tables.server.ts';

type Held = Pick<typeof alerts.$inferSelect, 'regionCode' | 'indicatorId' | 'rule' | 'planId' | 'ground'>;

/**
 * 还在监测: whether an alert that has no ground tonight was looked at at all. What a plan aimed at is looked at no more once the plan
 * is closed or has dropped it, also where another plan aims at the same figure by now; a figure that was late and came in is a ground that is gone.
 */
export function stillWatched(aims: Aims, runs: readonly Run[]): (alert: Held) => boolean {
  const byKey = new Map(runs.map((run) => [keyOf(run.regionCode, run.indicatorId), run]));
  return ({ regionCode, indicatorId, rule, planId, ground }) => {
    const key = keyOf(regionCode, indicatorId);
    if (planId === null || rule === 'W4' || rule === 'W6' || aims.get(key)?.planId === planId) return true;
    return rule === 'W1' && (byKey.get(key)?.figures.some(({ period }) => period === ground.period) ?? false);
  };
}
