import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { dropWork } from './drop-work.ts';
import { solicitationWorks } from './tables.server.ts';

/** 锁定结束: a work that was evidence goes with the ground for keeping it. */
export async function dropEvidence(ctx: Ctx, { kind, subjectId, outcome }: Record<string, unknown>): Promise<string | void> {
  if (kind !== 'work' || outcome !== 'dropped' || !isId(String(subjectId))) return;
  const [work] = await ctx.db.select().from(solicitationWorks).where(eq(solicitationWorks.id, String(subjectId)));
  if (!work) return;
  await change(ctx, async (tx) => {
    await dropWork(tx, work);
    await tx.record('work.evidence-dropped', { id: work.id, regionCode: work.regionCode }, { number: work.number });
  });
  return 'dropped';
}
