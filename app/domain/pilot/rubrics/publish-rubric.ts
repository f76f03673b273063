import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getRubric } from './read.ts';
import { rubrics } from './tables.server.ts';

/** 发布评分表: calls published from its day on are scored by it; nothing in it changes any more, and it never reaches back. */
export function publishRubric(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'rubric.publish', { regionCode: '*' });
    const rubric = await getRubric(tx, id);
    if (rubric.state !== 'draft') throw new Refusal('rubric-not-draft');
    if (rubric.effectiveFrom < beijingDay(tx.now)) throw new Refusal('rubric-day-past');
    if (rubric.content.items.every(({ weight }) => weight === 0)) throw new Refusal('rubric-weightless');
    const published = await tx.db
      .update(rubrics)
      .set({ state: 'published', publishedAt: tx.now, publishedBy: tx.actor.id })
      .where(and(eq(rubrics.id, id), eq(rubrics.state, 'draft'), eq(rubrics.revision, rubric.revision)))
      .returning({ id: rubrics.id });
    if (published.length === 0) throw new Refusal('changed-meanwhile');
    await tx.record('rubric.published', { id, regionCode: '*' }, { title: rubric.zh, effectiveFrom: rubric.effectiveFrom });
  });
}
