import { and, eq, isNotNull } from 'drizzle-orm';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { RuleCode, Settings } from './model.ts';
import { warningRules, warningRuleVersions } from './tables.server.ts';

export type RuleInForce = { rule: RuleCode; regionCode: string; version: number; settings: Settings };

/** 现行规则 of all regions: the versions that are switched on. */
export function rulesInForce(ctx: Ctx): Promise<RuleInForce[]> {
  return ctx.db.select({ rule: warningRules.rule, regionCode: warningRules.regionCode, version: warningRuleVersions.version, settings: warningRuleVersions.settings }).from(warningRules)
    .innerJoin(warningRuleVersions, and(eq(warningRuleVersions.ruleId, warningRules.id), eq(warningRuleVersions.version, warningRules.versionOn))).where(isNotNull(warningRules.versionOn));
}

/** 就近原则: of a rule's versions the one of the region itself counts, else that of the nearest region above. */
export function nearest(rules: readonly RuleInForce[], regionCode: string): RuleInForce[] {
  const above = [regionCode, ...parentCandidates(regionCode).toSorted((one, other) => other.length - one.length), '*'];
  const found = new Map<RuleCode, RuleInForce>();
  for (const code of above) for (const rule of rules) if (rule.regionCode === code && !found.has(rule.rule)) found.set(rule.rule, rule);
  return [...found.values()];
}
