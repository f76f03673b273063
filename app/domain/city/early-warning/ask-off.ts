import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdRule } from './hold-rule.ts';
import type { RuleCode } from './model.ts';
import { notAsked } from './switch-rule.ts';
import { warningRules } from './tables.server.ts';

/** 提出停用: above the nation there is nobody to agree, so one person asks with a reason and another one switches off. */
export function askOff(ctx: Ctx, rule: RuleCode, { reason }: { reason: string }): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'warning-rule.edit', { regionCode: '*' });
    const known = await holdRule(tx, '*', rule);
    if (!known?.versionOn) throw new Refusal('warning-rule-not-found', 404);
    if (known.offAskedById !== null) throw new Refusal('warning-rule-off-asked');
    await tx.db.update(warningRules).set({ offAskedById: tx.actor.id, offAskedByName: tx.actor.name, offAskedAt: tx.now, offReason: reason }).where(eq(warningRules.id, known.id));
    await tx.record('warning-rule.off-asked', { id: known.id, regionCode: '*' }, { rule, version: known.versionOn, reason });
  });
}

/** 不停用: whoever asked takes it back, or somebody else does not agree; the rule goes on. */
export function keepOn(ctx: Ctx, rule: RuleCode): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'warning-rule.edit', { regionCode: '*' });
    const known = await holdRule(tx, '*', rule);
    if (!known?.offAskedById) throw new Refusal('warning-rule-off-unasked');
    await tx.db.update(warningRules).set(notAsked).where(eq(warningRules.id, known.id));
    await tx.record('warning-rule.kept-on', { id: known.id, regionCode: '*' }, { rule, askedBy: known.offAskedByName });
  });
}
