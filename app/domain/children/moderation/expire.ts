import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { type Columns, isDue } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry } from '#app/domain/children/retention/expiry.ts';
import { dropItem } from './drop-item.ts';
import { moderationComplaints, moderationFiles, moderationItems, moderationPortraits } from './tables.server.ts';

const items: Columns = { endedAt: moderationItems.concludedAt, regionCode: moderationItems.regionCode, subjectIds: [moderationItems.id, sql`left(${moderationItems.subjectId}, 36)`], childId: moderationItems.childId };
const refused = sql`${moderationItems.state} in ('rejected', 'held') and not ${moderationItems.isLocked} and ${moderationItems.texts} <> '[]'::jsonb`;

/** 未通过、暂存的内容: what was said and the covered pictures go; that it was refused, and why, stays. */
export const expireRefused: Expiry = {
  recordClass: 'refused-items',
  count: (ctx, plan) => countOver(ctx.db, moderationItems, plan, items, refused),
  async expire(tx, plan, limit) {
    const rows = await tx.db.select({ countyCode: moderationItems.countyCode, id: moderationItems.id, regionCode: moderationItems.regionCode }).from(moderationItems).where(sql`${isDue(plan, items)} and ${refused}`).orderBy(moderationItems.id).limit(limit).for('update');
    let files = 0;
    for (const { countyCode, id, regionCode } of rows) {
      const own = (table: typeof moderationFiles | typeof moderationPortraits) => and(eq(table.countyCode, countyCode), eq(table.itemId, id));
      const covered = await tx.db.delete(moderationFiles).where(and(own(moderationFiles), isNotNull(moderationFiles.shownFileId))).returning({ fileId: moderationFiles.shownFileId });
      for (const { fileId } of covered) await discardFile(tx, fileId!, regionCode);
      files += covered.length;
      await tx.db.delete(moderationPortraits).where(own(moderationPortraits));
      await tx.db.update(moderationItems).set({ texts: [], edited: null, flags: [], note: '', childId: null, state: 'rejected' }).where(and(eq(moderationItems.countyCode, countyCode), eq(moderationItems.id, id)));
    }
    return { regionCodes: rows.map(({ regionCode }) => regionCode), files };
  },
};

const complaints: Columns = { endedAt: moderationComplaints.madeAt, regionCode: moderationComplaints.regionCode, subjectIds: [moderationComplaints.id], childId: moderationComplaints.childId };

/** 孩子的投诉. */
export const expireComplaints: Expiry = {
  recordClass: 'complaints',
  count: (ctx, plan) => countOver(ctx.db, moderationComplaints, plan, complaints),
  async expire(tx, plan, limit) {
    const over = tx.db.select({ id: moderationComplaints.id }).from(moderationComplaints).where(isDue(plan, complaints)).limit(limit);
    const gone = await tx.db.delete(moderationComplaints).where(inArray(moderationComplaints.id, over)).returning({ id: moderationComplaints.id, regionCode: moderationComplaints.regionCode });
    for (const { id, regionCode } of gone) await dropItem(tx, { kind: 'complaint', subjectId: id, regionCode });
    return { regionCodes: gone.map(({ regionCode }) => regionCode), files: 0 };
  },
};
