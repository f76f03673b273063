import { and, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { lateClocks } from './model.ts';
import { incidents } from './tables.server.ts';

const where = async (ctx: Ctx, regionCode: string) => (await findRegion(ctx, regionCode))?.name ?? '';

/** 有新事件: whoever handles incidents of the place hears at once. */
export async function tellReported(ctx: Ctx, id: string, cause: string): Promise<string> {
  const [row] = await ctx.db.select().from(incidents).where(eq(incidents.id, id));
  if (!row) return '';
  const people = (await whoMay(ctx, 'incident.handle', row.regionCode)).filter((userId) => userId !== row.reportedBy);
  return String(await tell(ctx, people, 'incident-reported', { unit: await where(ctx, row.regionCode) }, `/desk/privacy/incidents/${id}`, cause));
}

/** 时限已过: once, when the first clock of an incident has run out. */
export async function tellLateIncidents(ctx: Ctx): Promise<string> {
  const clocks = or(and(isNull(incidents.authorityReportedAt), lte(incidents.authorityDueAt, ctx.now)), and(inArray(incidents.state, ['reported', 'contained']), lte(incidents.tellDueAt, ctx.now)));
  const rows = await ctx.db.select().from(incidents).where(and(isNull(incidents.closedAt), isNull(incidents.toldLateAt), clocks)).limit(100);
  for (const row of rows) {
    await change(ctx, async (tx) => {
      const unit = await where(tx, row.regionCode);
      await tell(tx, await whoMay(tx, 'incident.handle', row.regionCode), 'incident-late', { unit }, `/desk/privacy/incidents/${row.id}`, row.id);
      await tx.db.update(incidents).set({ toldLateAt: tx.now }).where(eq(incidents.id, row.id));
      await tx.record('incident.late', row, { clocks: lateClocks(row, tx.now) });
    });
  }
  return rows.length > 0 ? String(rows.length) : '';
}
