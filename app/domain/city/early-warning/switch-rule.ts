import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getRuleVersion, holdRule, testersOf } from './hold-rule.ts';
import { barToOff, barToOn, hasFirst } from './may-switch.ts';
import { isStale, isWithinBounds, type RuleCode, saysNothing } from './model.ts';
import { rulesInForce } from './rules-in-force.ts';
import { warningRules, warningRuleVersions } from './tables.server.ts';

/** Nobody asks any more that it be switched off. */
export const notAsked = { offAskedById: null, offAskedByName: null, offAskedAt: null, offReason: '' };

/**
 * 启用: from tonight on this version warns in its region; it must have been back-tested lately, and somebody else than its writer does it.
 * Where the past could say nothing of it, a second person does it and says why.
 */
export function switchOn(ctx: Ctx, regionCode: string, rule: RuleCode, version: number, reason = ''): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'warning-rule.edit', { regionCode });
    await holdRule(tx, regionCode, rule);
    const { rule: known, made } = await getRuleVersion(tx, regionCode, rule, version);
    if (!made.backTest) throw new Refusal('warning-rule-not-tested');
    if (known.versionOn === version) throw new Refusal('warning-rule-unchanged');
    if (isStale(made.backTest, beijingDay(tx.now))) throw new Refusal('warning-rule-test-stale');
    if (!isWithinBounds(rule, made.settings.levels)) throw new Refusal('levels-out-of-bounds', 422);
    const { bar } = barToOn(tx.actor, await rulesInForce(tx), regionCode, rule, made);
    if (bar) throw new Refusal(bar, 403);
    if (saysNothing(made.backTest)) {
      if (!hasFirst(tx.actor, { ...made, testedBy: await testersOf(tx, known.id, version) })) throw new Refusal('warning-rule-untried-own', 403);
      if (reason === '') throw new Refusal('warning-rule-untried', 422);
    }
    await tx.db.update(warningRules).set({ versionOn: version, ...notAsked }).where(eq(warningRules.id, known.id));
    await tx.db.update(warningRuleVersions).set({ switchedOnAt: tx.now, switchedOnByName: tx.actor.name, switchedOnReason: reason }).where(and(eq(warningRuleVersions.ruleId, known.id), eq(warningRuleVersions.version, version)));
    await tx.record('warning-rule.switched-on', { id: known.id, regionCode }, { rule, version, reason });
  });
}

/** 停用: from tonight on the rule of the region above counts here, or none; of the nation only what somebody else has asked for. */
export function switchOff(ctx: Ctx, regionCode: string, rule: RuleCode): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'warning-rule.edit', { regionCode });
    const known = await holdRule(tx, regionCode, rule);
    if (!known?.versionOn) throw new Refusal('warning-rule-not-found', 404);
    const { made } = await getRuleVersion(tx, regionCode, rule, known.versionOn);
    const { bar } = barToOff(tx.actor, await rulesInForce(tx), regionCode, rule, made, known.offAskedById);
    if (bar) throw new Refusal(bar, 403);
    await tx.db.update(warningRules).set({ versionOn: null, ...notAsked }).where(eq(warningRules.id, known.id));
    await tx.record('warning-rule.switched-off', { id: known.id, regionCode }, { rule, version: known.versionOn, ...(known.offAskedByName ? { askedBy: known.offAskedByName, reason: known.offReason } : {}) });
  });
}
