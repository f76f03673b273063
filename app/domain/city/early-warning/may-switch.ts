import { may } from '#app/domain/base/accounts/access.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import type { Actor } from '#app/platform/ctx.ts';
import { isMilder, type RuleCode, type Settings } from './model.ts';
import { nearest, type RuleInForce } from './rules-in-force.ts';

/** What stands in the way of one person: it is their own writing, or it makes the watch milder and the region above has to agree. */
export type Bar = 'warning-rule-own-version' | 'warning-rule-milder';
type Made = { settings: Settings; madeById: string };

/** 谁可以启用: who wrote a version does not switch it on; one that is milder than the rule from above, or than what counts now, only those above do. */
export function barToOn(actor: Actor, rules: readonly RuleInForce[], regionCode: string, rule: RuleCode, made: Made): { isMilder: boolean; bar: Bar | null } {
  const milder = [ruleFor(rules, regionCode, rule), ruleAbove(rules, regionCode, rule)].some((other) => other !== undefined && isMilder(rule, made.settings, other.settings));
  return { isMilder: milder, bar: made.madeById === actor.id ? 'warning-rule-own-version' : milder ? barBelow(actor, regionCode) : null };
}

/** 谁可以停用: where the rule from above is as strict, everybody with the right; else the same as for a milder version. */
export function barToOff(actor: Actor, rules: readonly RuleInForce[], regionCode: string, rule: RuleCode, made: Made): { isMilder: boolean; bar: Bar | null } {
  const above = ruleAbove(rules, regionCode, rule);
  const milder = above === undefined || isMilder(rule, above.settings, made.settings);
  return { isMilder: milder, bar: !milder ? null : made.madeById === actor.id ? 'warning-rule-own-version' : barBelow(actor, regionCode) };
}

const ruleFor = (rules: readonly RuleInForce[], regionCode: string, rule: RuleCode) => nearest(rules, regionCode).find((each) => each.rule === rule);
const ruleAbove = (rules: readonly RuleInForce[], regionCode: string, rule: RuleCode) => ruleFor(rules.filter((each) => each.regionCode !== regionCode), regionCode, rule);
const barBelow = (actor: Actor, regionCode: string): Bar | null => (may(actor, 'warning-rule.edit', { regionCode: parentCandidates(regionCode)[0] ?? '*' }) ? null : 'warning-rule-milder');
