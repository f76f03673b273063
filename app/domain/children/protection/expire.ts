import { and, inArray, isNull, sql } from 'drizzle-orm';
import { inside } from '#app/db/sealed.ts';
import { seal } from '#app/domain/base/accounts/sealed.ts';
import { releaseFiles } from '#app/domain/base/files/hold-files.ts';
import { type Columns, isDue } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry } from '#app/domain/children/retention/expiry.ts';
import { holdBasis } from './model.ts';
import { protectionReports } from './tables.server.ts';

const reports: Columns = { endedAt: protectionReports.closedAt, regionCode: protectionReports.regionCode, subjectIds: [protectionReports.id, sql`left(${protectionReports.about} ->> 'subjectId', 36)`] };
const closed = sql`${protectionReports.state} = 'closed' and ${protectionReports.sealedClosing} is not null`;

/**
 * 办结多年的保护报告: what was noticed, the evidence and what was done go; that there was a report, who knew when and who read it stay, for the
 * app may only add to those. The rooms that hold the things themselves follow on `protection.hold-ended`.
 */
export const expireReports: Expiry = {
  recordClass: 'protection-reports',
  count: (ctx, plan) => inside(ctx.db, 'protection', (db) => countOver(db, protectionReports, plan, reports, closed)),
  async expire(tx, plan, limit) {
    const nothing = { sealedNoticed: seal('', 'protection'), sealedEvidence: seal('[]', 'protection'), sealedClosing: null };
    const { gone, files } = await inside(tx.db, 'protection', async (db) => {
      const over = await db.select().from(protectionReports).where(sql`${isDue(plan, reports)} and ${closed}`).orderBy(protectionReports.id).limit(limit);
      const ids = over.map(({ id }) => id);
      if (ids.length === 0) return { gone: over, files: [] };
      await db.update(protectionReports).set(nothing).where(inArray(protectionReports.id, ids));
      await db.update(protectionReports).set({ holdEnding: 'over', holdEndedAt: tx.now, holdEndedByName: tx.actor.name }).where(and(inArray(protectionReports.id, ids), isNull(protectionReports.holdEndedAt)));
      const kept = await db.select({ files: protectionReports.files }).from(protectionReports).where(and(isNull(protectionReports.holdEndedAt), inArray(protectionReports.regionCode, over.map(({ regionCode }) => regionCode))));
      const still = new Set(kept.flatMap((row) => row.files.map(({ fileId }) => fileId)));
      return { gone: over, files: over.flatMap((row) => row.files.map(({ fileId }) => fileId)).filter((fileId) => !still.has(fileId)) };
    });
    await releaseFiles(tx, files, holdBasis);
    for (const report of gone.filter(({ holdEndedAt }) => !holdEndedAt)) {
      await tx.record('protection.hold-ended', report, { ending: 'over', kind: report.about?.kind ?? '', subjectId: report.about?.subjectId ?? '' });
    }
    return { regionCodes: gone.map(({ regionCode }) => regionCode), files: 0 };
  },
};
