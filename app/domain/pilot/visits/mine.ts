import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { MyVisit } from './package.ts';
import { visitExperts, visits } from './tables.server.ts';

/** 我的到访 that are not called off, those to come first by day. */
export async function listMyVisits(ctx: Ctx): Promise<MyVisit[]> {
  allowAnywhere(ctx, 'visit.carry-out');
  const rows = await ctx.db
    .select({ id: visits.id, number: visits.number, state: visits.state, notice: visits.notice, from: visits.fromOn, to: visits.toOn, communityCode: visits.regionCode })
    .from(visitExperts)
    .innerJoin(visits, eq(visits.id, visitExperts.visitId))
    .where(and(eq(visitExperts.expertId, ctx.actor.id), isNull(visitExperts.setAsideAt), ne(visits.state, 'called-off')))
    .orderBy(asc(visits.fromOn), asc(visits.leg), asc(visits.id))
    .limit(200);
  const paths = await regionPaths(ctx, rows.map(({ communityCode }) => communityCode));
  return rows.map((row) => {
    const path = (paths.get(row.communityCode) ?? []).map((step) => step.name);
    return { ...row, communityName: path.at(-1) ?? row.communityCode, path: path.slice(0, -1).join(' ') };
  });
}
