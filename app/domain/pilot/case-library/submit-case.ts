import { eq } from 'drizzle-orm';
import { cite } from '#app/domain/base/evidence/cite.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type HeldCase, holdCase } from './hold.ts';
import { canMove, missingIn } from './model.ts';
import { caseConsents, cases } from './tables.server.ts';

/** 提交案例 for review: complete, agreed to, with rules of the current edition and evidence that stands. */
export function submitCase(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdCase(tx, id, 'case.write');
    if (!canMove(held.state, 'submitted')) throw new Refusal('case-not-open');
    const given = await tx.db.select({ consent: caseConsents.consent }).from(caseConsents).where(eq(caseConsents.caseId, id));
    if (missingIn(held.draft, given.map(({ consent }) => consent)).length > 0) throw new Refusal('case-unfinished', 422);
    const known = new Set(rulesOf(await currentEdition(tx)).map((rule) => rule.id));
    if (held.draft.ruleIds.some((rule) => !known.has(rule))) throw new Refusal('rule-of-another-edition');
    await citeAll(tx, held);
    await tx.db.update(cases).set({ state: 'submitted', submittedBy: tx.actor.id, submittedAt: tx.now, reviewNote: '' }).where(eq(cases.id, id));
    await tx.record('case.submitted', held, { number: held.number, revision: held.revision });
  });
}

async function citeAll(tx: Change, held: HeldCase): Promise<void> {
  for (const evidenceId of held.draft.evidenceIds) await cite(tx, { evidenceId, regionCode: held.regionCode, by: 'case', subjectId: held.id });
}
