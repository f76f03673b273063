import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findRule } from './hold-rule.ts';
import type { RuleInput } from './input.ts';
import { type AlertLevel, alertLevels, isGraded, isRising, isSoonerWhenWorse, isWithinBounds, type RuleCode, type Settings } from './model.ts';
import { warningRules, warningRuleVersions } from './tables.server.ts';

/** 修改规则: another version for one region, with its reason. It warns of nothing until it has been back-tested and switched on. */
export function saveRule(ctx: Ctx, regionCode: string, rule: RuleCode, input: RuleInput): Promise<number> {
  return change(ctx, async (tx) => {
    allow(tx, 'warning-rule.edit', { regionCode });
    if (regionCode !== '*') await getRegion(tx, regionCode);
    const settings = settingsOf(rule, input);
    if (!isWithinBounds(rule, settings.levels)) throw new Refusal('levels-out-of-bounds', 422);
    if (!isSoonerWhenWorse(settings.answerDays)) throw new Refusal('answer-days-out-of-order', 422);
    if (!isRising(rule, settings.levels)) throw new Refusal('levels-out-of-order', 422);
    const known = await findRule(tx, regionCode, rule);
    if ((known?.version ?? 0) !== input.version) throw new Refusal('changed-meanwhile');
    const version = input.version + 1;
    const [made] = known
      ? await tx.db.update(warningRules).set({ version }).where(and(eq(warningRules.id, known.id), eq(warningRules.version, input.version))).returning({ id: warningRules.id })
      : await tx.db.insert(warningRules).values({ regionCode, rule, version }).onConflictDoNothing().returning({ id: warningRules.id });
    if (!made) throw new Refusal('changed-meanwhile');
    if (known) {
      const [last] = await tx.db.select({ settings: warningRuleVersions.settings }).from(warningRuleVersions).where(and(eq(warningRuleVersions.ruleId, known.id), eq(warningRuleVersions.version, known.version)));
      if (last && canonicalJson(last.settings) === canonicalJson(settings)) throw new Refusal('warning-rule-unchanged');
    }
    await tx.db.insert(warningRuleVersions).values({ ruleId: made.id, version, settings, reason: input.reason, madeById: tx.actor.id, madeByName: tx.actor.name, madeAt: tx.now });
    await tx.record('warning-rule.saved', { id: made.id, regionCode }, { rule, version, reason: input.reason });
    return version;
  });
}

function settingsOf(rule: RuleCode, input: RuleInput): Settings {
  const graded = Object.fromEntries(alertLevels.flatMap((level) => (input[level] === null ? [] : [[level, input[level]]]))) as Partial<Record<AlertLevel, number>>;
  const levels = isGraded(rule) ? graded : input.level && input.level !== 'none' ? { [input.level]: 1 } : {};
  return { levels, reportDays: input.reportDays, answerDays: { yellow: input.answerYellow, orange: input.answerOrange, red: input.answerRed } };
}
