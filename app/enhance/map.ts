import type { GeoJSONSource, Map as DrawnMap, MapMouseEvent } from 'maplibre-gl';

type Point = [number, number];
type Given = {
  lines: { name: string; points: Point[]; standing: 'good' | 'to-mend' }[];
  points: { name: string; at: Point; href: string }[];
  tiles: { url: string; credit: string } | null;
  worker: string;
  report: string | null;
  words: { failed: string; report: string };
};

const figure = document.querySelector<HTMLElement>('[data-map]');
const given = JSON.parse(document.querySelector('#map-data')?.textContent ?? 'null') as Given | null;
if (figure && given) {
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    draw(figure, given).catch(() => void (figure.textContent = given.words.failed));
  });
  watch.observe(figure);
}

/** 画地图: routes, spaces and, where a server is set, tiles; the library comes only now. */
async function draw(place: HTMLElement, { lines, points, tiles, worker, report, words }: Given): Promise<void> {
  const { LngLatBounds, Map: MapOf, NavigationControl, setWorkerUrl } = await import('maplibre-gl');
  setWorkerUrl(worker);
  const all = [...lines.flatMap((line) => line.points), ...points.map(({ at }) => at)];
  const bounds = all.reduce((box, point) => box.extend(point), new LngLatBounds(all[0] ?? [117.28, 31.73], all[0] ?? [117.32, 31.76]));
  const colour = (name: string) => getComputedStyle(place).getPropertyValue(name).trim() || '#2f6b57';
  const map = new MapOf({
    container: place, bounds, fitBoundsOptions: { padding: 48, maxZoom: 16 }, attributionControl: tiles?.credit ? { customAttribution: tiles.credit } : false, cooperativeGestures: true,
    localIdeographFontFamily: `'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif`,
    style: {
      version: 8,
      sources: {
        ...(tiles ? { tiles: { type: 'raster', tiles: [tiles.url], tileSize: 256 } } : {}),
        lines: { type: 'geojson', data: { type: 'FeatureCollection', features: lines.filter((line) => line.points.length > 1).map(({ name, points: path, standing }) => ({ type: 'Feature', properties: { name, standing }, geometry: { type: 'LineString', coordinates: path } })) } },
        points: { type: 'geojson', data: { type: 'FeatureCollection', features: points.map(({ name, at, href }) => ({ type: 'Feature', properties: { name, href }, geometry: { type: 'Point', coordinates: at } })) } },
        tapped: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      },
      layers: [
        { id: 'ground', type: 'background', paint: { 'background-color': colour('--mist') || '#f1f5f2' } },
        ...(tiles ? [{ id: 'tiles', type: 'raster' as const, source: 'tiles' }] : []),
        { id: 'good', type: 'line', source: 'lines', filter: ['==', ['get', 'standing'], 'good'], paint: { 'line-color': '#2f6b57', 'line-width': 6 } },
        { id: 'to-mend', type: 'line', source: 'lines', filter: ['==', ['get', 'standing'], 'to-mend'], paint: { 'line-color': '#a4431f', 'line-width': 6, 'line-dasharray': [1, 1] } },
        { id: 'points', type: 'circle', source: 'points', paint: { 'circle-radius': 8, 'circle-color': '#f2b33d', 'circle-stroke-color': '#1f2f2a', 'circle-stroke-width': 2 } },
        { id: 'tapped', type: 'circle', source: 'tapped', paint: { 'circle-radius': 10, 'circle-color': '#ffffff', 'circle-stroke-color': '#a4431f', 'circle-stroke-width': 4 } },
        { id: 'names', type: 'symbol', source: 'points', layout: { 'text-field': ['get', 'name'], 'text-size': 13, 'text-offset': [0, 1.2], 'text-anchor': 'top' }, paint: { 'text-color': '#1f2f2a', 'text-halo-color': '#ffffff', 'text-halo-width': 2 } },
      ],
    },
  });
  map.addControl(new NavigationControl({ showCompass: false }));
  map.on('click', 'points', (event) => void (location.href = String(event.features?.[0]?.properties.href ?? location.href)));
  if (report) map.on('click', (event) => tapped(map, event, report, words.report));
  map.on('load', () => void (place.dataset.drawn = String(lines.length)));
}

/** 在图上点一下: a link to the report with this place in it; nothing asks where the device is. */
function tapped(map: DrawnMap, { lngLat, point }: MapMouseEvent, report: string, words: string): void {
  if (map.queryRenderedFeatures(point, { layers: ['points'] }).length > 0) return;
  map.getSource<GeoJSONSource>('tapped')?.setData({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lngLat.lng, lngLat.lat] } });
  const link = document.querySelector<HTMLAnchorElement>('[data-map-report]');
  if (!link) return;
  link.href = `${report}&lng=${lngLat.lng.toFixed(6)}&lat=${lngLat.lat.toFixed(6)}`;
  link.textContent = words;
}
