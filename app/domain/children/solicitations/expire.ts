import { and, eq, sql } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { dropItem } from '#app/domain/children/moderation/drop-item.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { type Columns, isDue } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry } from '#app/domain/children/retention/expiry.ts';
import { solicitations, solicitationWorks } from './tables.server.ts';

const ofIts = sql`${solicitations.countyCode} = ${solicitationWorks.countyCode} and ${solicitations.id} = ${solicitationWorks.solicitationId}`;
const works: Columns = { endedOn: sql`coalesce(${solicitations.showUntil}, ${solicitations.chooseUntil})`, regionCode: solicitationWorks.regionCode, subjectIds: [solicitationWorks.id, solicitationWorks.solicitationId], childId: solicitationWorks.childId };
const over = sql`${solicitations.state} in ('decided', 'called-off') and ${solicitationWorks.title} <> ''
  and not exists (select from ${moderationItems} i where i.county_code = ${solicitationWorks.countyCode} and i.kind = 'work' and i.subject_id = ${solicitationWorks.id}::text and i.is_locked)`;

/** 展览结束之后的作品: the work, its title, its pen name and whose it is go; its number and its prize stay. */
export const expireWorks: Expiry = {
  recordClass: 'works',
  count: (ctx, plan) => countOver(ctx.db, sql`${solicitationWorks} join ${solicitations} on ${ofIts}`, plan, works, over),
  async expire(tx, plan, limit) {
    const rows = await tx.db.select({ work: solicitationWorks }).from(solicitationWorks).innerJoin(solicitations, ofIts).where(sql`${isDue(plan, works)} and ${over}`).orderBy(solicitationWorks.id).limit(limit);
    for (const { work } of rows) {
      await tx.db
        .update(solicitationWorks)
        .set({ title: '', penName: '', text: '', fileId: null, childId: null, plateSign: `expired ${work.id}`, contentHash: '' })
        .where(and(eq(solicitationWorks.countyCode, work.countyCode), eq(solicitationWorks.id, work.id)));
      await dropItem(tx, { kind: 'work', subjectId: work.id, regionCode: work.regionCode });
      if (work.fileId) await discardFile(tx, work.fileId, work.regionCode);
    }
    return { regionCodes: rows.map(({ work }) => work.regionCode), files: rows.filter(({ work }) => work.fileId).length };
  },
};
