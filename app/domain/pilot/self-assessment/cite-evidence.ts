import { cite, uncite } from '#app/domain/base/evidence/cite.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { holdOpen, type Which } from './held.ts';

type What = { ruleId: string; evidenceId: string };

/** 引用佐证 for one rule; what may not be cited is refused by the evidence itself. */
export function citeForRule(ctx: Ctx, which: Which, { ruleId, evidenceId }: What): Promise<void> {
  return change(ctx, async (tx) => {
    const { id, regionCode, editionId } = await holdOpen(tx, which);
    await cite(tx, { evidenceId, regionCode, by: 'rule-answer', subjectId: id, ruleId, editionId });
    await tx.record('self-assessment.evidence-changed', { id, regionCode }, { ruleId, evidenceId, isCited: true });
  });
}

/** 不再引用. */
export function unciteForRule(ctx: Ctx, which: Which, { ruleId, evidenceId }: What): Promise<void> {
  return change(ctx, async (tx) => {
    const { id, regionCode } = await holdOpen(tx, which);
    await uncite(tx, { evidenceId, regionCode, by: 'rule-answer', subjectId: id, ruleId });
    await tx.record('self-assessment.evidence-changed', { id, regionCode }, { ruleId, evidenceId, isCited: false });
  });
}
