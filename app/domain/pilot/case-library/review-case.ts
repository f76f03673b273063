import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type HeldCase, holdCase } from './hold.ts';
import type { ReviewInput } from './input.ts';
import type { CaseContent } from './model.ts';
import { caseRules, cases, caseVersions } from './tables.server.ts';

/** 审核案例: into the library as a new version, or back with the reason; never by whoever handed it in. */
export function reviewCase(ctx: Ctx, id: string, { outcome, note }: ReviewInput): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdCase(tx, id, 'case.review');
    if (held.state !== 'submitted') throw new Refusal('case-not-submitted');
    if (held.submittedBy === tx.actor.id) throw new Refusal('case-of-ones-own', 403);
    if (outcome === 'publish') return publish(tx, held, note);
    if (note === '') throw new Refusal('case-return-reason', 422);
    // One that is in the library stays there as it was; its new text goes back to its writers.
    await tx.db.update(cases).set({ state: held.version > 0 ? 'published' : 'returned', reviewNote: note }).where(eq(cases.id, id));
    await tx.record('case.returned', held, { number: held.number, reason: note });
  });
}

async function publish(tx: Change, held: HeldCase, changes: string): Promise<void> {
  const { id, draft } = held;
  const version = held.version + 1;
  const hash = hashOf(draft);
  await tx.db.insert(caseVersions).values({ caseId: id, version, content: draft, hash, changes, publishedBy: tx.actor.id, publishedByName: tx.actor.name, publishedAt: tx.now });
  await tx.db.delete(caseRules).where(eq(caseRules.caseId, id));
  await tx.db.insert(caseRules).values([...new Set(draft.ruleIds)].map((ruleId) => ({ caseId: id, ruleId })));
  await tx.db.update(cases).set({ state: 'published', version, isShown: true, reviewNote: '' }).where(eq(cases.id, id));
  await tx.record('case.published', held, { number: held.number, version, hash });
}

/** 指纹 of a version's content. */
export function hashOf(content: CaseContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** 下架: out of the library with a reason; its versions stay on file, whoever cited it is told that it was taken down. */
export function withdrawCase(ctx: Ctx, id: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdCase(tx, id, 'case.review');
    if (!held.isShown) throw new Refusal('case-not-published');
    if (reason.trim().length < 2) throw new Refusal('case-return-reason', 422);
    await tx.db.update(cases).set({ state: 'withdrawn', isShown: false, reviewNote: reason }).where(eq(cases.id, id));
    await tx.record('case.withdrawn', held, { number: held.number, reason });
  });
}

/** 重新上架, as it was. */
export function restoreCase(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdCase(tx, id, 'case.review');
    if (held.state !== 'withdrawn') throw new Refusal('case-not-withdrawn');
    await tx.db.update(cases).set({ state: 'published', isShown: true, reviewNote: '' }).where(eq(cases.id, id));
    await tx.record('case.restored', held, { number: held.number });
  });
}
