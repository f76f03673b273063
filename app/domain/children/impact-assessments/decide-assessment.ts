import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { approvedVersion, holdAssessment, ofVersion } from './hold.ts';
import type { AssessmentDecision } from './input.ts';
import { needValidUntil } from './write-assessment.ts';
import { impactVersions } from './tables.server.ts';

/** 送审: from now on nobody alters it until it is decided. */
export function submitAssessment(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { assessment, version } = await holdAssessment(tx, id);
    allow(tx, 'impact.write', assessment);
    if (version.state !== 'draft') throw new Refusal('impact-not-draft');
    await tx.db.update(impactVersions).set({ state: 'submitted', submittedAt: tx.now }).where(ofVersion(version));
    await tx.record('impact.submitted', assessment, { number: assessment.number, version: version.version });
  });
}

/** 审批: by another person than who wrote it; what is left as a high risk is not approved, and a return says why. */
export function decideAssessment(ctx: Ctx, id: string, { outcome, note }: AssessmentDecision): Promise<void> {
  return change(ctx, async (tx) => {
    const { assessment, version } = await holdAssessment(tx, id);
    allow(tx, 'impact.approve', assessment);
    if (version.state !== 'submitted') throw new Refusal('impact-not-submitted');
    if (version.writtenBy === tx.actor.id) throw new Refusal('impact-own', 403);
    if (outcome === 'return' && note.length < 4) throw new Refusal('impact-note', 422);
    if (outcome === 'approve') {
      needValidUntil(tx, version);
      if (version.content.risks.some(({ left }) => left === 'high')) throw new Refusal('impact-risk-high');
    }
    const state = outcome === 'approve' ? 'approved' : 'returned';
    await tx.db.update(impactVersions).set({ state, note, decidedBy: tx.actor.id, decidedByName: tx.actor.name, decidedAt: tx.now }).where(ofVersion(version));
    await tx.record(`impact.${state}`, assessment, { number: assessment.number, version: version.version });
  });
}

/** 撤销: what was approved no longer counts, from now on, also while its next version is being written; what rests on it may not be begun anew. */
export function withdrawAssessment(ctx: Ctx, id: string, note: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { assessment } = await holdAssessment(tx, id);
    allow(tx, 'impact.approve', assessment);
    const version = await approvedVersion(tx, id);
    if (!version) throw new Refusal('impact-not-approved');
    if (note.trim().length < 4) throw new Refusal('impact-note', 422);
    await tx.db.update(impactVersions).set({ state: 'withdrawn', note: note.trim(), withdrawnAt: tx.now }).where(ofVersion(version));
    await tx.record('impact.withdrawn', assessment, { number: assessment.number, version: version.version });
  });
}
