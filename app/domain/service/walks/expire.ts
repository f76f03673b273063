import { and, eq, sql } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { dropItem } from '#app/domain/children/moderation/drop-item.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { type Columns, isDue } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry } from '#app/domain/children/retention/expiry.ts';
import { walkPhotos, walks, walkTickets } from './tables.server.ts';

const ofItsWalk = sql`${walks.countyCode} = ${walkPhotos.countyCode} and ${walks.id} = ${walkPhotos.walkId}`;
const photos: Columns = { endedAt: walks.endedAt, regionCode: walks.regionCode, subjectIds: [walkPhotos.id, walkPhotos.walkId] };
/** Nobody found them good for everybody, and no repair rests on them. */
const unused = sql`not exists (select from ${moderationItems} i where i.county_code = ${walkPhotos.countyCode} and i.kind = 'walk' and i.subject_id = ${walkPhotos.id}::text and (i.is_locked or i.state = 'approved'))
  and not exists (select from ${walkTickets} k where k.county_code = ${walkPhotos.countyCode} and k.walk_id = ${walkPhotos.walkId} and k.source = 'photo:' || ${walkPhotos.id}::text)`;

/** 走查以后没有用上的照片, with their bytes; what is public or became a ticket stays with the walk. */
export const expirePhotos: Expiry = {
  recordClass: 'walk-photos',
  count: (ctx, plan) => countOver(ctx.db, sql`${walkPhotos} join ${walks} on ${ofItsWalk}`, plan, photos, unused),
  async expire(tx, plan, limit) {
    const rows = await tx.db.select({ photo: walkPhotos, regionCode: walks.regionCode }).from(walkPhotos).innerJoin(walks, ofItsWalk).where(sql`${isDue(plan, photos)} and ${unused}`).orderBy(walkPhotos.id).limit(limit);
    for (const { photo, regionCode } of rows) {
      await tx.db.delete(walkPhotos).where(and(eq(walkPhotos.countyCode, photo.countyCode), eq(walkPhotos.walkId, photo.walkId), eq(walkPhotos.id, photo.id)));
      await dropItem(tx, { kind: 'walk', subjectId: photo.id, regionCode });
      if (photo.fileId) await discardFile(tx, photo.fileId, regionCode);
    }
    return { regionCodes: rows.map(({ regionCode }) => regionCode), files: rows.filter(({ photo }) => photo.fileId).length };
  },
};
