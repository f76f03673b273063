import { and, asc, eq, inArray } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { routeSegments, safeRoutes } from './tables.server.ts';

/** 公布的路线 inside a region, each with its parts in order. */
export async function listRoutes(ctx: Ctx, region: string | undefined, most = 100) {
  const rows = await ctx.db.select().from(safeRoutes).where(and(eq(safeRoutes.state, 'published'), await insideToday(ctx, safeRoutes.regionCode, region))).orderBy(asc(safeRoutes.id)).limit(most);
  return withSegments(ctx, rows);
}

/** 本社区的路线, drafts too, for those who work there. */
export async function listOwnRoutes(ctx: Ctx, regionCode: string) {
  allow(ctx, 'space.inspect', { regionCode });
  return withSegments(ctx, await ctx.db.select().from(safeRoutes).where(eq(safeRoutes.regionCode, regionCode)).orderBy(asc(safeRoutes.id)).limit(100));
}

/** 一条路线 of a community, for those who work there. */
export async function getOwnRoute(ctx: Ctx, regionCode: string, id: string) {
  allow(ctx, 'space.inspect', { regionCode });
  const rows = isId(id) ? await ctx.db.select().from(safeRoutes).where(and(eq(safeRoutes.id, id), eq(safeRoutes.regionCode, regionCode))) : [];
  const [route] = await withSegments(ctx, rows);
  if (!route) throw new Refusal('route-not-found', 404);
  return route;
}

/** 可选的路段 of a community's published ways, for a form that asks where. */
export async function segmentsToChoose(ctx: Ctx, regionCode: string) {
  return ctx.db
    .select({ id: routeSegments.id, name: routeSegments.name, route: safeRoutes.name })
    .from(routeSegments)
    .innerJoin(safeRoutes, eq(safeRoutes.id, routeSegments.routeId))
    .where(and(eq(safeRoutes.regionCode, regionCode), eq(safeRoutes.state, 'published')))
    .orderBy(asc(safeRoutes.id), asc(routeSegments.position))
    .limit(100);
}

async function withSegments(ctx: Ctx, routes: (typeof safeRoutes.$inferSelect)[]) {
  if (routes.length === 0) return [];
  const segments = await ctx.db.select().from(routeSegments).where(inArray(routeSegments.routeId, routes.map(({ id }) => id))).orderBy(asc(routeSegments.position));
  const nameOf = await placeNames(ctx, routes.map(({ regionCode }) => regionCode));
  return routes.map((route) => ({ ...route, place: nameOf(route.regionCode), segments: segments.filter(({ routeId }) => routeId === route.id) }));
}
