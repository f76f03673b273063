import file from '#data/operations.json' with { type: 'json' };
import { type Definition, shareUnits } from './model.ts';

/** 汇总办法: figures are added; parts and wholes are added and divided anew; or there is nothing that may be added. */
export const rollUpRules = ['sum', 'share', 'never'] as const;
export type RollUpRule = (typeof rollUpRules)[number];

/** 不汇总的: counts of kinds, ratios of amounts and of changes, although their units look as if they could be added (data/operations.json). */
const never: readonly string[] = file.rollUp.never;

/**
 * 能不能逐级汇总: what is counted is added; a share is its summed parts; milestones, means of days, shares whose parts nobody
 * gives, what a formula reckons (it is reckoned anew from its summed inputs) and what the work itself says at every level are not.
 */
export function rollUpRule({ code, definition: { kind, unit, formula, numerator, denominator, source } }: { code: string; definition: Pick<Definition, 'kind' | 'unit' | 'formula' | 'numerator' | 'denominator' | 'source'> }): RollUpRule {
  if (kind === 'milestone' || formula !== null || source === 'operations' || never.includes(code)) return 'never';
  if (shareUnits.includes(unit)) return numerator && denominator ? 'share' : 'never';
  return unit === 'days' ? 'never' : 'sum';
}
