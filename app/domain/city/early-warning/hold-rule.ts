import { and, eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { RuleCode } from './model.ts';
import { warningBackTests, warningRules, warningRuleVersions } from './tables.server.ts';

/** 一个地方自己的规则, if it has one. */
export async function findRule(ctx: Ctx, regionCode: string, rule: RuleCode) {
  const [found] = await ctx.db.select().from(warningRules).where(and(eq(warningRules.regionCode, regionCode), eq(warningRules.rule, rule)));
  return found;
}

/** 一个地方自己的规则 for a verb that switches it, held until the change is over: of two deeds at one moment the second sees the first. */
export async function holdRule(tx: Change, regionCode: string, rule: RuleCode) {
  const [held] = await tx.db.select().from(warningRules).where(and(eq(warningRules.regionCode, regionCode), eq(warningRules.rule, rule))).for('update');
  return held;
}

/** 规则的一版 for the verbs that test it or switch it on. */
export async function getRuleVersion(ctx: Ctx, regionCode: string, rule: RuleCode, version: number) {
  const found = await findRule(ctx, regionCode, rule);
  const [made] = found ? await ctx.db.select().from(warningRuleVersions).where(and(eq(warningRuleVersions.ruleId, found.id), eq(warningRuleVersions.version, version))) : [];
  if (!found || !made) throw new Refusal('warning-rule-not-found', 404);
  return { rule: found, made };
}

/** 回测过的人 of a version. */
export async function testersOf({ db }: Ctx, ruleId: string, version: number): Promise<string[]> {
  const rows = await db.selectDistinct({ id: warningBackTests.testedById }).from(warningBackTests).where(and(eq(warningBackTests.ruleId, ruleId), eq(warningBackTests.version, version)));
  return rows.map(({ id }) => id);
}
