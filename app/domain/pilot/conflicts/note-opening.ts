import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { openings } from './tables.server.ts';

/** 记下打开: the first time an expert opens a paper; the database refuses it to one who must stay away. */
export async function noteOpening(ctx: Ctx, paper: { assignmentId: string; applicationId: string; fileId: string; regionCode: string }): Promise<void> {
  const { regionCode, ...opened } = paper;
  const same = and(eq(openings.assignmentId, opened.assignmentId), eq(openings.fileId, opened.fileId));
  if ((await ctx.db.$count(openings, same)) > 0) return;
  await change(ctx, async (tx) => {
    await tx.db.insert(openings).values({ ...opened, expertId: tx.actor.id, openedAt: tx.now });
    await tx.record('review.paper-opened', { id: opened.assignmentId, regionCode }, { applicationId: opened.applicationId, fileId: opened.fileId });
  });
}
