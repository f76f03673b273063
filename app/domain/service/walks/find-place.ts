import { and, asc, eq } from 'drizzle-orm';
import { isIndoor } from '#app/domain/service/spaces/model.ts';
import { routeSegments, safeRoutes, spaces } from '#app/domain/service/spaces/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Part, Setting } from './model.ts';

/** 走的地方: a place of the community, a way of it or one part of a way. */
export type WalkedPlace = { setting: Setting; spaceId: string | null; routeId: string | null; segmentId: string | null; place: string; parts: Part[] };

/** 可以走的地方 for the form: places that are open, ways that are published, and their parts. */
export async function placesToWalk(ctx: Ctx, regionCode: string) {
  const [places, parts] = await Promise.all([
    ctx.db.select({ id: spaces.id, name: spaces.name, kind: spaces.kind }).from(spaces).where(and(eq(spaces.regionCode, regionCode), eq(spaces.state, 'open'))).orderBy(asc(spaces.name)).limit(100),
    partsOf(ctx, regionCode),
  ]);
  const routes = [...new Map(parts.map(({ routeId, route }) => [routeId, { id: routeId, name: route }])).values()];
  return { routes, parts: parts.map(({ id, name, route }) => ({ id, name, route })), places };
}

/** 选中的地方 lies in the community and can be walked. */
export async function findPlace(ctx: Ctx, regionCode: string, chosen: string): Promise<WalkedPlace> {
  const [what, id] = chosen.split(':') as ['space' | 'route' | 'segment', string];
  if (what === 'space') {
    const { places } = await placesToWalk(ctx, regionCode);
    const found = places.find((place) => place.id === id);
    if (found) return { setting: isIndoor(found.kind) ? 'indoor' : 'outdoor', spaceId: id, routeId: null, segmentId: null, place: found.name, parts: [] };
  } else {
    const parts = (await partsOf(ctx, regionCode)).filter((part) => (what === 'route' ? part.routeId : part.id) === id);
    const [first] = parts;
    if (first) return { setting: 'route', spaceId: null, routeId: first.routeId, segmentId: what === 'route' ? null : id, place: what === 'route' ? first.route : `${first.route}：${first.name}`, parts: parts.map((part) => ({ id: part.id, name: part.name })) };
  }
  throw new Refusal('walk-place-elsewhere', 400);
}

function partsOf(ctx: Ctx, regionCode: string) {
  return ctx.db
    .select({ id: routeSegments.id, name: routeSegments.name, routeId: safeRoutes.id, route: safeRoutes.name })
    .from(routeSegments)
    .innerJoin(safeRoutes, eq(safeRoutes.id, routeSegments.routeId))
    .where(and(eq(safeRoutes.regionCode, regionCode), eq(safeRoutes.state, 'published')))
    .orderBy(asc(safeRoutes.id), asc(routeSegments.position))
    .limit(200);
}
