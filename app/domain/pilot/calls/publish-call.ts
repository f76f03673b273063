import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { refuseAlreadyKnown } from '#app/domain/base/burden/already-known.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import { rubricInForce } from '#app/domain/pilot/rubrics/in-force.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { questionsOf } from './model.ts';
import { getCall } from './read.ts';
import { calls, questionSets } from './tables.server.ts';

/** 发布批次: from its opening day governments may apply; what was settled does not change any more; without a rubric chosen it takes the one in force on this day. */
export function publishCall(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const call = await getCall(tx, id);
    allow(tx, 'call.publish', call);
    if (call.state !== 'draft') throw new Refusal('call-not-draft');
    if (call.about === '' || call.titleEn === '') throw new Refusal('call-incomplete');
    if (call.opensOn > call.closesOn) throw new Refusal('call-days-reversed');
    if (call.closesOn < beijingDay(tx.now)) throw new Refusal('call-already-over');

    const [edition] = await tx.db.select({ state: editions.state }).from(editions).where(eq(editions.id, call.editionId));
    if (edition?.state !== 'published') throw new Refusal('edition-not-published');
    const [set] = await tx.db.select({ publishedAt: questionSets.publishedAt, content: questionSets.content }).from(questionSets).where(eq(questionSets.id, call.questionSetId));
    if (!set?.publishedAt) throw new Refusal('question-set-not-published');
    await refuseAlreadyKnown(tx, call.regionCode, questionsOf(set.content));

    const rubricId = call.rubricId ?? (await rubricInForce(tx, call.editionId, beijingDay(tx.now)));
    const published = await tx.db
      .update(calls)
      .set({ state: 'published', publishedAt: tx.now, rubricId })
      .where(and(eq(calls.id, id), eq(calls.state, 'draft'), eq(calls.revision, call.revision)))
      .returning({ id: calls.id });
    if (published.length === 0) throw new Refusal('changed-meanwhile');
    await tx.record('call.published', call, { title: call.title, opensOn: call.opensOn, closesOn: call.closesOn, rubricId });
  });
}
