import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { itself } from './find.ts';
import { councilMotions } from './tables.server.ts';

/** 锁定结束: a motion's words that were evidence go; what the council had decided about it stays as a motion without them. */
export async function dropEvidence(ctx: Ctx, { kind, subjectId, outcome }: Record<string, unknown>): Promise<string | void> {
  if (kind !== 'motion' || outcome !== 'dropped' || !isId(String(subjectId))) return;
  const [motion] = await ctx.db.select().from(councilMotions).where(eq(councilMotions.id, String(subjectId)));
  if (!motion) return;
  await change(ctx, async (tx) => {
    await tx.db.update(councilMotions).set({ childId: null, title: '', text: '' }).where(itself(councilMotions, motion));
    await tx.record('council.evidence-dropped', { id: motion.id, regionCode: motion.regionCode });
  });
  return 'dropped';
}
