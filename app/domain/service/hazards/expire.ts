import { and, eq, sql } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { type Columns, isDue } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry } from '#app/domain/children/retention/expiry.ts';
import type { Change } from '#app/platform/change.ts';
import { type Hazard, ofHazard } from './step.ts';
import { hazardPhotos, hazards } from './tables.server.ts';

const reports: Columns = { endedAt: sql`coalesce(${hazards.verifiedAt}, ${hazards.changedAt})`, regionCode: hazards.regionCode, subjectIds: [hazards.id], childId: hazards.childId };
const over = sql`${hazards.state} in ('verified', 'declined', 'duplicate') and not starts_with(${hazards.code}, 'expired')
  and not exists (select from ${moderationItems} i where i.county_code = ${hazards.countyCode} and i.kind = 'hazard' and i.subject_id = ${hazards.id}::text and i.is_locked)`;

/** 了结之后的隐患上报: who reported it, the code they followed it by and the pictures they took go, and a child's words too; the repair stays on the map. */
export const expireHazards: Expiry = {
  recordClass: 'hazard-reports',
  count: (ctx, plan) => countOver(ctx.db, hazards, plan, reports, over),
  async expire(tx, plan, limit) {
    const rows = await tx.db.select().from(hazards).where(sql`${isDue(plan, reports)} and ${over}`).orderBy(hazards.id).limit(limit).for('update');
    let files = 0;
    for (const hazard of rows) files += await blank(tx, hazard);
    return { regionCodes: rows.map(({ regionCode }) => regionCode), files };
  },
};

async function blank(tx: Change, hazard: Hazard): Promise<number> {
  const theirs = and(eq(hazardPhotos.countyCode, hazard.countyCode), eq(hazardPhotos.hazardId, hazard.id), eq(hazardPhotos.by, 'reporter'));
  const photos = await tx.db.delete(hazardPhotos).where(theirs).returning({ fileId: hazardPhotos.fileId });
  for (const { fileId } of photos) await discardFile(tx, fileId, hazard.regionCode);
  const words = hazard.source === 'child' || hazard.childId ? { text: '' } : {};
  await tx.db.update(hazards).set({ childId: null, reporterId: '', code: `expired ${hazard.id}`, ...words }).where(ofHazard(hazard));
  return photos.length;
}
