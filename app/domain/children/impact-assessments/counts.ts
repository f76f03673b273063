import { and, eq, like, lt, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { impactAssessments, impactVersions } from './tables.server.ts';

/** 评估数 of each place in and below a region: approved within a span, and in force at its end by what was approved last; those delivered with the system are left out. */
export async function countAssessments(ctx: Ctx, regionCode: string, from: Date, to: Date): Promise<{ regionCode: string; approved: number; inForce: number }[]> {
  const last = beijingDay(new Date(to.getTime() - 1));
  const first = startOfBeijingDay(beijingDay(from));
  const other = alias(impactVersions, 'other');
  return ctx.db
    .select({
      regionCode: impactAssessments.regionCode,
      approved: sql<number>`count(*) filter (where ${impactVersions.decidedAt} >= ${first.toISOString()})::int`,
      inForce: sql<number>`count(distinct ${impactAssessments.id}) filter (where ${impactVersions.validUntil} >= ${last} and (${impactVersions.withdrawnAt} is null or ${impactVersions.withdrawnAt} >= ${to.toISOString()}) and not exists (
        select from ${impactVersions} as other where ${other.assessmentId} = ${impactVersions.assessmentId} and ${other.version} > ${impactVersions.version} and ${other.state} <> 'returned' and ${other.decidedAt} < ${to.toISOString()}))::int`,
    })
    .from(impactVersions)
    .innerJoin(impactAssessments, eq(impactAssessments.id, impactVersions.assessmentId))
    .where(and(eq(impactAssessments.origin, 'own'), ne(impactVersions.state, 'returned'), lt(impactVersions.decidedAt, to), regionCode === '*' ? undefined : like(impactAssessments.regionCode, `${regionCode}%`)))
    .groupBy(impactAssessments.regionCode);
}
