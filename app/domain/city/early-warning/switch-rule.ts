import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findRule, getRuleVersion } from './hold-rule.ts';
import { barToOff, barToOn } from './may-switch.ts';
import type { RuleCode } from './model.ts';
import { rulesInForce } from './rules-in-force.ts';
import { warningRules, warningRuleVersions } from './tables.server.ts';

/** 启用: from tonight on this version warns in its region; it must have been back-tested, and somebody else than its writer does it. */
export function switchOn(ctx: Ctx, regionCode: string, rule: RuleCode, version: number): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'warning-rule.edit', { regionCode });
    const { rule: known, made } = await getRuleVersion(tx, regionCode, rule, version);
    if (!made.backTest) throw new Refusal('warning-rule-not-tested');
    if (known.versionOn === version) throw new Refusal('warning-rule-unchanged');
    const { bar } = barToOn(tx.actor, await rulesInForce(tx), regionCode, rule, made);
    if (bar) throw new Refusal(bar, 403);
    await tx.db.update(warningRules).set({ versionOn: version }).where(eq(warningRules.id, known.id));
    await tx.db.update(warningRuleVersions).set({ switchedOnAt: tx.now, switchedOnByName: tx.actor.name }).where(and(eq(warningRuleVersions.ruleId, known.id), eq(warningRuleVersions.version, version)));
    await tx.record('warning-rule.switched-on', { id: known.id, regionCode }, { rule, version });
  });
}

/** 停用: from tonight on the rule of the region above counts here, or none. */
export function switchOff(ctx: Ctx, regionCode: string, rule: RuleCode): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'warning-rule.edit', { regionCode });
    const known = await findRule(tx, regionCode, rule);
    if (!known?.versionOn) throw new Refusal('warning-rule-not-found', 404);
    const { made } = await getRuleVersion(tx, regionCode, rule, known.versionOn);
    const { bar } = barToOff(tx.actor, await rulesInForce(tx), regionCode, rule, made);
    if (bar) throw new Refusal(bar, 403);
    await tx.db.update(warningRules).set({ versionOn: null }).where(eq(warningRules.id, known.id));
    await tx.record('warning-rule.switched-off', { id: known.id, regionCode }, { rule, version: known.versionOn });
  });
}
