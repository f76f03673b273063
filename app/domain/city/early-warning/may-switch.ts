import { may } from '#app/domain/base/accounts/access.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import type { Actor } from '#app/platform/ctx.ts';
import { isMilder, type RuleCode, type Settings } from './model.ts';
import { nearest, type RuleInForce } from './rules-in-force.ts';

/** What stands in the way of one person: it is their own writing, or it makes the watch milder and the region above has to agree. */
export type Bar = 'warning-rule-own-version' | 'warning-rule-milder' | 'warning-rule-off-unasked' | 'warning-rule-off-own';
type Made = { settings: Settings; madeById: string };
/** What came before: who wrote the version, if a person did, and who tried it on the past. */
type Before = { madeById: string; madeByName: string; testedBy: readonly string[] };

/** 谁可以启用: who wrote a version does not switch it on; one that is milder than the rule from above, or than what counts now, only those above do. */
export function barToOn(actor: Actor, rules: readonly RuleInForce[], regionCode: string, rule: RuleCode, made: Made): { isMilder: boolean; bar: Bar | null } {
  const milder = [ruleFor(rules, regionCode, rule), ruleAbove(rules, regionCode, rule)].some((other) => other !== undefined && isMilder(rule, made.settings, other.settings));
  return { isMilder: milder, bar: made.madeById === actor.id ? 'warning-rule-own-version' : milder ? barBelow(actor, regionCode) : null };
}

/** 谁可以停用: where the rule from above is as strict, everybody with the right; else the same as for a milder version. Above the nation there is nobody: one asks, another one does it. */
export function barToOff(actor: Actor, rules: readonly RuleInForce[], regionCode: string, rule: RuleCode, made: Made, offAskedById: string | null): { isMilder: boolean; bar: Bar | null } {
  if (regionCode === '*') return { isMilder: true, bar: offAskedById === null ? 'warning-rule-off-unasked' : offAskedById === actor.id ? 'warning-rule-off-own' : null };
  const above = ruleAbove(rules, regionCode, rule);
  const milder = above === undefined || isMilder(rule, above.settings, made.settings);
  return { isMilder: milder, bar: !milder ? null : made.madeById === actor.id ? 'warning-rule-own-version' : barBelow(actor, regionCode) };
}

/** 另有其人: whether somebody else wrote this version or tried it; what the past says nothing of is not for one person alone. */
export const hasFirst = (actor: Actor, { madeById, madeByName, testedBy }: Before): boolean => (madeByName !== '' && madeById !== actor.id) || testedBy.some((id) => id !== '' && id !== actor.id);

const ruleFor = (rules: readonly RuleInForce[], regionCode: string, rule: RuleCode) => nearest(rules, regionCode).find((each) => each.rule === rule);
const ruleAbove = (rules: readonly RuleInForce[], regionCode: string, rule: RuleCode) => ruleFor(rules.filter((each) => each.regionCode !== regionCode), regionCode, rule);
const barBelow = (actor: Actor, regionCode: string): Bar | null => (may(actor, 'warning-rule.edit', { regionCode: parentCandidates(regionCode)[0] ?? '*' }) ? null : 'warning-rule-milder');
