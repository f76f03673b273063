import { desc, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getApplication } from '#app/domain/pilot/applications/read.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { sees, stageOf } from '#app/domain/pilot/review/blindness.ts';
import { refuseInvolved } from '#app/domain/pilot/review/involved.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { forApplicant } from './explain.ts';
import { reconsiderationsOf } from './reconsider.ts';
import { decisionExplanations } from './tables.server.ts';

/** 现行说明: the one frozen last; a decision from before explanations were frozen has none. */
export async function newestExplanation(ctx: Ctx, applicationId: string) {
  const [row] = await ctx.db.select().from(decisionExplanations).where(eq(decisionExplanations.applicationId, applicationId)).orderBy(desc(decisionExplanations.sequence)).limit(1);
  return row ?? null;
}

/** 决定说明 for the people behind the application: what was found and why, and what a reconsideration changed; nobody's name. */
export async function explanationForApplicant(ctx: Ctx, applicationId: string) {
  const application = await getApplication(ctx, applicationId);
  const row = await newestExplanation(ctx, applicationId);
  if (!row) throw new Refusal('explanation-not-found', 404);
  const { marks } = sees(application.call.review, stageOf(application, row.content.reviews.rounds), { kind: 'applicant' });
  const again = (await reconsiderationsOf(ctx, applicationId)).flatMap(({ ground, oldOutcome, newOutcome, newReason, openedAt, concludedAt }) => [{ ground, oldOutcome, newOutcome, newReason, openedAt, concludedAt }]);
  return { id: applicationId, unit: application.unit, content: forApplicant(row.content, marks), sequence: row.sequence, hash: row.hash, frozenAt: row.frozenAt, again };
}

/** The same for the office, whole. */
export async function explanationForOffice(ctx: Ctx, applicationId: string) {
  const application = await getSubmitted(ctx, applicationId);
  allow(ctx, 'review.table', application);
  await refuseInvolved(ctx, applicationId);
  return explanationsOf(ctx, applicationId);
}

/** 现行说明和复议, for those who have asked already whether they may see the review. */
export async function explanationsOf(ctx: Ctx, applicationId: string) {
  return { explanation: await newestExplanation(ctx, applicationId), again: await reconsiderationsOf(ctx, applicationId) };
}
