import { and, desc, eq } from 'drizzle-orm';
import { type Anchored, proofOf } from '#app/domain/base/records/proof.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getHeld, type Held, type Which } from './held.ts';
import { selfAssessmentSubmissions } from './tables.server.ts';

export type Submission = typeof selfAssessmentSubmissions.$inferSelect;

/** 各次提交 of one assessment, newest first; whoever asks has proved their right to it. */
export function submissionsOf(ctx: Ctx, { countyCode, id }: Pick<Held, 'countyCode' | 'id'>): Promise<Submission[]> {
  return ctx.db
    .select()
    .from(selfAssessmentSubmissions)
    .where(and(eq(selfAssessmentSubmissions.countyCode, countyCode), eq(selfAssessmentSubmissions.assessmentId, id)))
    .orderBy(desc(selfAssessmentSubmissions.round))
    .limit(50);
}

/** 现行提交: the newest one, if any. */
export async function newestSubmission(ctx: Ctx, held: Pick<Held, 'countyCode' | 'id'>): Promise<Submission | undefined> {
  return (await submissionsOf(ctx, held))[0];
}

/** 自评回执: the newest submission of an assessment, for those who work for the community. */
export async function assessmentReceipt(ctx: Ctx, which: Which): Promise<Submission & { anchored: Anchored }> {
  const last = await newestSubmission(ctx, await getHeld(ctx, which));
  if (!last) throw new Refusal('assessment-receipt-not-yet', 404);
  return { ...last, anchored: await proofOf(ctx, { event: 'self-assessment.submitted', subjectId: last.assessmentId, facts: { hash: last.hash } }) };
}
