import { and, count, eq, sql } from 'drizzle-orm';
import { countAsked } from '#app/domain/base/burden/count-asked.ts';
import { citationsOf } from '#app/domain/base/evidence/citations.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { applicationAnswers, applications } from './tables.server.ts';

/** 计入负担表: what a submitted application asked, what came filled in and stayed so, and what was evidence already; after the event, so that submitting stays quick. */
export async function countBurden(ctx: Ctx, id: string): Promise<string> {
  const [row] = await ctx.db
    .select({ regionCode: applications.regionCode, questionSetId: calls.questionSetId })
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(eq(applications.id, id));
  if (!row) return '';
  const asked = questionsOf(await getQuestionSet(ctx, row.questionSetId)).length;
  const [filled] = await ctx.db.select({ n: count() }).from(applicationAnswers).where(and(eq(applicationAnswers.applicationId, id), sql`${applicationAnswers.source} <> ''`));
  const reused = (await citationsOf(ctx, row.regionCode, 'application', id)).length;
  await change(ctx, async (tx) => {
    await countAsked(tx, { form: 'application', subjectId: id, regionCode: row.regionCode, asked, prefilled: filled!.n, reused });
    await tx.record('burden.counted', { id: row.regionCode, regionCode: row.regionCode }, { applicationId: id, asked, prefilled: filled!.n, reused });
  });
  return `${asked} ${filled!.n} ${reused}`;
}
