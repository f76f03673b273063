import { eq, sql } from 'drizzle-orm';
import { type Columns, isDue } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry } from '#app/domain/children/retention/expiry.ts';
import { incidentChildren, incidents } from './tables.server.ts';

const ofIts = sql`${incidents.id} = ${incidentChildren.incidentId}`;
const lines: Columns = { endedAt: incidents.closedAt, regionCode: incidentChildren.regionCode, subjectIds: [incidentChildren.id, incidents.id], childId: incidentChildren.childId };
const linked = sql`${incidentChildren.childId} is not null`;

/** 结案多年的受影响名单: whose line it is goes; how and when somebody was told stays. */
export const expireLists: Expiry = {
  recordClass: 'incident-lists',
  count: (ctx, plan) => countOver(ctx.db, sql`${incidentChildren} join ${incidents} on ${ofIts}`, plan, lines, linked),
  async expire(tx, plan, limit) {
    const rows = await tx.db.select({ id: incidentChildren.id, regionCode: incidentChildren.regionCode }).from(incidentChildren).innerJoin(incidents, ofIts).where(sql`${isDue(plan, lines)} and ${linked}`).limit(limit);
    for (const { id } of rows) await tx.db.update(incidentChildren).set({ childId: null }).where(eq(incidentChildren.id, id));
    return { regionCodes: rows.map(({ regionCode }) => regionCode), files: 0 };
  },
};
