import { and, eq, gt, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { shortestPlace } from '#app/domain/base/evidence/model.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { toWgs84 } from './coordinates.ts';
import type { RouteInput } from './input.ts';
import { routeSegments, safeRoutes } from './tables.server.ts';

/** 画路线: to a school, part by part; nobody sees it before each part was walked and the route is published. */
export function drawRoute(ctx: Ctx, regionCode: string, input: RouteInput, isInvented = false): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'space.edit', { regionCode });
    if (regionCode.length < shortestPlace) throw new Refusal('region-not-found', 400);
    await getRegion(tx, regionCode);
    const { name, school, about } = input;
    const [row] = await tx.db.insert(safeRoutes).values({ regionCode, name, school, about, isInvented, changedAt: tx.now }).onConflictDoNothing().returning({ id: safeRoutes.id });
    if (!row) throw new Refusal('route-known');
    await putSegments(tx, row.id, input);
    await tx.record('safe-route.drawn', { id: row.id, regionCode }, { name, segments: input.segments.length });
    return row.id;
  });
}

/** 更正路线: a part whose name and line stay keeps what was seen on it; a changed one has to be walked again. */
export function redrawRoute(ctx: Ctx, id: string, input: RouteInput): Promise<void> {
  return change(ctx, async (tx) => {
    const route = await holdRoute(tx, id);
    const { name, school, about } = input;
    await tx.db.update(safeRoutes).set({ name, school, about, changedAt: tx.now }).where(eq(safeRoutes.id, id));
    await putSegments(tx, id, input);
    await tx.record('safe-route.redrawn', route, { name, segments: input.segments.length });
  });
}

/** 公布路线, once every part was walked; taken off the map again when it is no longer a way to go. */
export function publishRoute(ctx: Ctx, id: string, state: 'published' | 'withdrawn'): Promise<void> {
  return change(ctx, async (tx) => {
    const route = await holdRoute(tx, id);
    const [open] = state === 'published'
      ? await tx.db.select({ id: routeSegments.id }).from(routeSegments).where(and(eq(routeSegments.routeId, id), sql`checked_on is null`)).limit(1)
      : [];
    if (open) throw new Refusal('route-not-walked');
    await tx.db.update(safeRoutes).set({ state, changedAt: tx.now }).where(eq(safeRoutes.id, id));
    await tx.record(state === 'published' ? 'safe-route.published' : 'safe-route.withdrawn', route, { name: route.name });
  });
}

/** 取路线 for a change, in the scope of whoever asks. */
export async function holdRoute(tx: Change, id: string): Promise<typeof safeRoutes.$inferSelect> {
  const [route] = isId(id) ? await tx.db.select().from(safeRoutes).where(and(eq(safeRoutes.id, id), within(tx, 'space.edit', safeRoutes.regionCode))).for('update') : [];
  if (!route) throw new Refusal('route-not-found', 404);
  return route;
}

async function putSegments(tx: Change, routeId: string, { segments, datum }: RouteInput): Promise<void> {
  const had = await tx.db.select().from(routeSegments).where(eq(routeSegments.routeId, routeId));
  for (const [index, { name, points }] of segments.entries()) {
    const drawn = points.map((point) => toWgs84(point, datum));
    const position = index + 1;
    const old = had.find((one) => one.position === position);
    const isSame = old !== undefined && old.name === name && JSON.stringify(old.points) === JSON.stringify(drawn);
    if (isSame) continue;
    const fresh = { name, points: drawn, checks: {}, checkedOn: null, checkedByName: '' };
    await tx.db.insert(routeSegments).values({ routeId, position, ...fresh }).onConflictDoUpdate({ target: [routeSegments.routeId, routeSegments.position], set: fresh });
  }
  await tx.db.delete(routeSegments).where(and(eq(routeSegments.routeId, routeId), gt(routeSegments.position, segments.length)));
}
