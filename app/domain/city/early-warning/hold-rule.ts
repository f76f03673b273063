import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { RuleCode } from './model.ts';
import { warningRules, warningRuleVersions } from './tables.server.ts';

/** 一个地方自己的规则, if it has one. */
export async function findRule(ctx: Ctx, regionCode: string, rule: RuleCode) {
  const [found] = await ctx.db.select().from(warningRules).where(and(eq(warningRules.regionCode, regionCode), eq(warningRules.rule, rule)));
  return found;
}

/** 规则的一版 for the verbs that test it or switch it on. */
export async function getRuleVersion(ctx: Ctx, regionCode: string, rule: RuleCode, version: number) {
  const found = await findRule(ctx, regionCode, rule);
  const [made] = found ? await ctx.db.select().from(warningRuleVersions).where(and(eq(warningRuleVersions.ruleId, found.id), eq(warningRuleVersions.version, version))) : [];
  if (!found || !made) throw new Refusal('warning-rule-not-found', 404);
  return { rule: found, made };
}
