import { keyOf } from './aims.ts';
import type { Grounded } from './find-grounds.ts';
import { alertLevels, type RuleCode } from './model.ts';

type Lead = { leader: RuleCode; led: RuleCode; isSame: (leader: Grounded, led: Grounded) => boolean };
const samePeriod: Lead['isSame'] = (one, other) => one.ground.period === other.ground.period;
const sameTarget: Lead['isSame'] = (one, other) => one.ground.dueOn === other.ground.dueOn;

/** What is known to be wrong leads: silence never hides a figure that is short, and a figure that contradicts itself explains its jump. */
const leads: readonly Lead[] = [
  { leader: 'W6', led: 'W4', isSame: samePeriod }, { leader: 'W5', led: 'W3', isSame: sameTarget }, { leader: 'W5', led: 'W2', isSame: sameTarget },
  { leader: 'W3', led: 'W1', isSame: () => true }, { leader: 'W2', led: 'W1', isSame: () => true },
];

/** 一因一警: of the grounds of one region and indicator with one cause the leading one stays, as bad as the worst of them, and names the others. */
export function oneCause(grounds: readonly Grounded[]): Grounded[] {
  return [...Map.groupBy(grounds, ({ regionCode, indicatorId }) => keyOf(regionCode, indicatorId)).values()].flatMap((here) => (here.length === 1 ? here : joined(here)));
}

function joined(here: readonly Grounded[]): Grounded[] {
  const left = new Map(here.map((ground) => [ground.rule, ground]));
  for (const { leader, led, isSame } of leads) {
    const [first, second] = [left.get(leader), left.get(led)];
    if (!first || !second || !isSame(first, second)) continue;
    const isWorse = alertLevels.indexOf(second.level) > alertLevels.indexOf(first.level);
    left.set(leader, { ...first, level: isWorse ? second.level : first.level, ground: { ...first.ground, also: [...(first.ground.also ?? []), led] } });
    left.delete(led);
  }
  return [...left.values()];
}
