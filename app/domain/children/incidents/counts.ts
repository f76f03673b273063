import { and, count, eq, gte, lt } from 'drizzle-orm';
import { contains } from '#app/domain/base/regions/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { startOfBeijingDay } from '#app/platform/dates.ts';
import { incidentChildren, incidents } from './tables.server.ts';

export type IncidentFigures = { incidents: number; children: number; told: number; closed: number };

/** 一年的安全事件 found in it, told and closed within it, asked once: then the figures of any region and what lies below it. For the yearly report. */
export async function countIncidents(ctx: Ctx, year: number): Promise<(regionCode: string) => IncidentFigures> {
  const end = startOfBeijingDay(`${year + 1}-01-01`);
  const rows = await ctx.db
    .select({ regionCode: incidents.regionCode, closedAt: incidents.closedAt, toldAt: incidents.toldAt, children: count(incidentChildren.id) })
    .from(incidents)
    .leftJoin(incidentChildren, eq(incidentChildren.incidentId, incidents.id))
    .where(and(gte(incidents.foundAt, startOfBeijingDay(`${year}-01-01`)), lt(incidents.foundAt, end)))
    .groupBy(incidents.id);
  return (regionCode) => {
    const own = rows.filter((row) => contains(regionCode, row.regionCode));
    return { incidents: own.length, children: own.reduce((sum, { children }) => sum + children, 0), told: own.filter(({ toldAt }) => toldAt && toldAt < end).length, closed: own.filter(({ closedAt }) => closedAt && closedAt < end).length };
  };
}
