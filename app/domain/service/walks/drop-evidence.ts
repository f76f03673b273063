import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { dropPhotos } from './drop-photos.ts';
import { ofWalk } from './hold-walk.ts';
import { walkPhotos, walks } from './tables.server.ts';

/** 锁定结束: a picture that was evidence goes with the ground for keeping it, unless a legal hold or its ticket keeps it. */
export async function dropEvidence(ctx: Ctx, { kind, subjectId, outcome }: Record<string, unknown>): Promise<string | void> {
  if (kind !== 'walk' || outcome !== 'dropped' || !isId(String(subjectId))) return;
  const [photo] = await ctx.db.select().from(walkPhotos).where(eq(walkPhotos.id, String(subjectId)));
  if (!photo) return;
  return change(ctx, async (tx) => {
    const [walk] = await tx.db.select().from(walks).where(ofWalk({ countyCode: photo.countyCode, id: photo.walkId }));
    const gone = await dropPhotos(tx, walk!, photo.deviceId, [photo.seq]);
    await tx.record(gone > 0 ? 'walk.evidence-dropped' : 'walk.evidence-kept', walk!, { place: walk!.place });
    return gone > 0 ? 'dropped' : 'kept';
  });
}
