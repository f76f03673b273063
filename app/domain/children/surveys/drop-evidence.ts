import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { surveyComments, surveyRounds } from './tables.server.ts';

/** 锁定结束: free words that were evidence go with the ground for keeping them. */
export async function dropEvidence(ctx: Ctx, { kind, subjectId, outcome }: Record<string, unknown>): Promise<string | void> {
  if (kind !== 'survey-comment' || outcome !== 'dropped' || !isId(String(subjectId))) return;
  const [comment] = await ctx.db.select({ roundId: surveyComments.roundId, regionCode: surveyRounds.regionCode }).from(surveyComments)
    .innerJoin(surveyRounds, eq(surveyRounds.id, surveyComments.roundId)).where(eq(surveyComments.id, String(subjectId)));
  if (!comment) return;
  await change(ctx, async (tx) => {
    await tx.db.delete(surveyComments).where(eq(surveyComments.id, String(subjectId)));
    await tx.record('survey.evidence-dropped', { id: comment.roundId, regionCode: comment.regionCode });
  });
  return 'dropped';
}
