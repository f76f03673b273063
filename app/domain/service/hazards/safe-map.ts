import { and, count, inArray, sql } from 'drizzle-orm';
import { type SegmentCheck, segmentChecks } from '#app/domain/service/spaces/model.ts';
import { listRoutes } from '#app/domain/service/spaces/read-routes.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { openStates } from './model.ts';
import { isPublic } from './read.ts';
import { hazards } from './tables.server.ts';

/** 路段的样子: in order, something to mend, or something that waits for its confirmation; a repair nobody confirmed makes nothing safe. */
export type SegmentStanding = 'good' | 'to-mend';

/** 安全路线图: published ways with their parts; of repairs only those that were confirmed count. */
export async function safeMap(ctx: Ctx, region: string | undefined) {
  const routes = await listRoutes(ctx, region);
  const segments = routes.flatMap((route) => route.segments.map(({ id }) => id));
  const tally = segments.length === 0 ? [] : await ctx.db
    .select({ segmentId: hazards.segmentId, verified: count(sql`case when ${hazards.state} = 'verified' then 1 end`), open: count(sql`case when ${inArray(hazards.state, [...openStates])} then 1 end`) })
    .from(hazards)
    .where(and(inArray(hazards.countyCode, [...new Set(routes.map(({ regionCode }) => countyCode(regionCode)))]), inArray(hazards.segmentId, segments), isPublic()))
    .groupBy(hazards.segmentId);
  const bySegment = new Map(tally.map((row) => [row.segmentId, row]));
  return routes.map((route) => {
    const parts = route.segments.map(({ id, position, name, points, checks, checkedOn }) => {
      const { verified = 0, open = 0 } = bySegment.get(id) ?? {};
      const bad: SegmentCheck[] = segmentChecks.filter((check) => checks[check] === 'bad');
      const standing: SegmentStanding = open > 0 || bad.length > 0 ? 'to-mend' : 'good';
      return { id, position, name, points, checks, checkedOn, bad, verified, open, standing };
    });
    return {
      id: route.id, name: route.name, school: route.school, about: route.about, place: route.place, regionCode: route.regionCode, isInvented: route.isInvented, segments: parts,
      verified: parts.reduce((sum, part) => sum + part.verified, 0), open: parts.reduce((sum, part) => sum + part.open, 0), good: parts.filter(({ standing }) => standing === 'good').length,
    };
  });
}

export type SafeRoute = Awaited<ReturnType<typeof safeMap>>[number];
