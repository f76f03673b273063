import { allow } from '#app/domain/base/accounts/access.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import { getRubric } from '#app/domain/pilot/rubrics/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { eq } from 'drizzle-orm';
import { callColumns, type CallInput } from './input.ts';
import { calls, questionSets } from './tables.server.ts';

/** 新建批次: a draft that nobody outside sees until it is published. */
export function openCall(ctx: Ctx, input: CallInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'call.edit', input);
    await chosen(tx, input);
    const [call] = await tx.db
      .insert(calls)
      .values({ ...callColumns(input), createdBy: tx.actor.id, createdAt: tx.now })
      .returning({ id: calls.id });
    await tx.record('call.opened', { id: call!.id, regionCode: input.regionCode }, { title: input.title });
    return call!.id;
  });
}

/** Refuses a region, an edition or a question set that does not exist, an edition or a rubric that may still change, and a rubric of another edition. */
export async function chosen(ctx: Ctx, input: CallInput): Promise<void> {
  if (input.regionCode !== '*' && !(await findRegion(ctx, input.regionCode))) throw new Refusal('region-not-found', 400);
  const [edition] = await ctx.db.select({ state: editions.state }).from(editions).where(eq(editions.id, input.editionId));
  if (!edition) throw new Refusal('edition-not-found', 400);
  if (edition.state !== 'published') throw new Refusal('edition-not-published');
  const set = await ctx.db.select({ id: questionSets.id }).from(questionSets).where(eq(questionSets.id, input.questionSetId));
  if (set.length === 0) throw new Refusal('question-set-not-found', 400);
  if (!input.rubricId) return;
  const rubric = await getRubric(ctx, input.rubricId);
  if (rubric.state !== 'published' || rubric.editionId !== input.editionId) throw new Refusal('rubric-unfit', 400);
}
