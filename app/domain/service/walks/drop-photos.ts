import { and, eq, inArray } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { dropItem } from '#app/domain/children/moderation/drop-item.ts';
import { lockedAmong } from '#app/domain/children/moderation/shown.ts';
import { isThingHeld } from '#app/domain/children/retention/hold.ts';
import type { Change } from '#app/platform/change.ts';
import type { Walk } from './hold-walk.ts';
import { walkPhotos, walkTickets } from './tables.server.ts';

/** 收回照片: what a phone takes back goes with its bytes, unless it is a ticket already, locked as evidence or kept by law; how many went. */
export async function dropPhotos(tx: Change, walk: Walk, deviceId: string, seqs: readonly number[], { onlyLate = false } = {}): Promise<number> {
  if (seqs.length === 0) return 0;
  const here = and(eq(walkPhotos.countyCode, walk.countyCode), eq(walkPhotos.walkId, walk.id));
  const photos = await tx.db.select().from(walkPhotos).where(and(here, eq(walkPhotos.deviceId, deviceId), inArray(walkPhotos.seq, [...seqs]), onlyLate ? walkPhotos.isLate : undefined));
  if (photos.length === 0) return 0;
  const ids = photos.map(({ id }) => id);
  const tickets = await tx.db.select({ source: walkTickets.source }).from(walkTickets).where(and(eq(walkTickets.countyCode, walk.countyCode), eq(walkTickets.walkId, walk.id), inArray(walkTickets.source, ids.map((id) => `photo:${id}`))));
  const locked = await lockedAmong(tx, 'walk', ids);
  let gone = 0;
  for (const { id, fileId } of photos) {
    if (locked.has(id) || tickets.some(({ source }) => source === `photo:${id}`)) continue;
    if (await isThingHeld(tx, 'walk-photos', [id, walk.id], walk.regionCode)) continue;
    await tx.db.delete(walkPhotos).where(and(here, eq(walkPhotos.id, id)));
    await dropItem(tx, { kind: 'walk', subjectId: id, regionCode: walk.regionCode });
    if (fileId) await discardFile(tx, fileId, walk.regionCode);
    gone += 1;
  }
  return gone;
}
