import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { dropWords } from './drop-words.ts';
import { hazards } from './tables.server.ts';

/** 锁定结束: words and pictures that were evidence go with the ground for keeping them; the hazard goes on without them. */
export async function dropEvidence(ctx: Ctx, { kind, subjectId, outcome }: Record<string, unknown>): Promise<string | void> {
  if (kind !== 'hazard' || outcome !== 'dropped' || !isId(String(subjectId))) return;
  const [hazard] = await ctx.db.select().from(hazards).where(eq(hazards.id, String(subjectId)));
  if (!hazard) return;
  await change(ctx, async (tx) => {
    await dropWords(tx, hazard);
    await tx.record('hazard.evidence-dropped', hazard);
  });
  return 'dropped';
}
