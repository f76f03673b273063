import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { findExpert } from '#app/domain/pilot/experts/experts.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { assignments } from './tables.server.ts';

/** 专家退出: who was suspended, lost the role or was taken off the list gives back what is open; what was handed in before counts on. Answers how many went back. */
export async function withdrawReviewsOf(ctx: Ctx, expertId: string): Promise<string> {
  const expert = await findExpert(ctx, expertId);
  if (expert?.isExpert && expert.standing !== 'suspended') return '';
  const open = and(eq(assignments.expertId, expertId), inArray(assignments.state, ['assigned', 'accepted']), isNull(assignments.setAsideAt));
  const rows = await ctx.db
    .select({ id: assignments.id, applicationId: applications.id, number: applications.number, regionCode: applications.regionCode })
    .from(assignments)
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .where(open)
    .orderBy(asc(assignments.id));
  for (const { id, applicationId, number, regionCode } of rows) {
    await change(ctx, async (tx) => {
      const gone = await tx.db.update(assignments).set({ state: 'withdrawn' }).where(and(eq(assignments.id, id), open)).returning({ id: assignments.id });
      if (gone.length === 0) throw new Refusal('changed-meanwhile');
      await tx.record('review.given-back', { id, regionCode }, { applicationId, number, expertId });
    });
  }
  return String(rows.length);
}
