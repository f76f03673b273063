import { toGcj02 } from '#app/domain/service/spaces/coordinates.ts';
import type { LngLat } from '#app/domain/service/spaces/model.ts';
import { config } from '#app/platform/config.ts';
import type { SafeRoute } from '#app/domain/service/hazards/safe-map.ts';

type Place = { id: string; name: string; at: LngLat | null };

/** 地图的数据: the same as the table; shifted when the tiles below are of GCJ-02, so that both lie on each other. */
export function mapData(routes: readonly SafeRoute[], spaces: readonly Place[]) {
  const { MAP_TILES_URL: url, MAP_TILES_DATUM: datum, MAP_TILES_CREDIT: credit } = config();
  const laid = (point: LngLat): LngLat => (url && datum === 'gcj02' ? toGcj02(point) : point);
  return {
    lines: routes.flatMap((route) => route.segments.filter(({ points }) => points.length > 1).map(({ name, points, standing }) => ({ name: `${route.name} ${name}`, points: points.map(laid), standing }))),
    points: spaces.flatMap(({ id, name, at }) => (at ? [{ name, at: laid(at), href: `/spaces/${id}` }] : [])),
    tiles: url ? { url, credit } : null,
    datum: url ? datum : ('wgs84' as const),
  };
}
