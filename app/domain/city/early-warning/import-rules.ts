import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { RuleCode, Settings } from './model.ts';
import { warningRules, warningRuleVersions } from './tables.server.ts';

export type RuleFile = { rule: RuleCode; settings: Settings };

/** 载入规则: those of the data file as the first version for the nation, switched off until somebody has back-tested them. Once. */
export async function importRules(ctx: Ctx, rules: readonly RuleFile[]): Promise<number> {
  allow(ctx, 'warning-rule.edit', { regionCode: '*' });
  const known = await ctx.db.select({ rule: warningRules.rule, regionCode: warningRules.regionCode }).from(warningRules);
  const wanted = rules.filter(({ rule }) => !known.some((each) => each.rule === rule && each.regionCode === '*'));
  if (wanted.length === 0) return 0;
  return change(ctx, async (tx) => {
    for (const { rule, settings } of wanted) {
      const [made] = await tx.db.insert(warningRules).values({ regionCode: '*', rule, version: 1 }).returning({ id: warningRules.id });
      await tx.db.insert(warningRuleVersions).values({ ruleId: made!.id, version: 1, settings, reason: 'data/indicators.json', madeById: tx.actor.id, madeByName: '', madeAt: tx.now });
    }
    await tx.record('warning-rule.imported', { id: 'warning-rules', regionCode: '*' }, { rules: wanted.map(({ rule }) => rule) });
    return wanted.length;
  });
}
