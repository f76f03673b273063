/**
 * 省界数据制作: a maintainer's tool. Makes data/boundaries/provinces.json from a folder in which echarts 4.9.0 and
 * @surbowl/world-geo-json-zh 2.1.5 are installed: node scripts/vendor-boundaries.ts <folder>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Point = [number, number];
type Encoded = {
  features: {
    id: string;
    properties: { name: string };
    geometry: { type: string; coordinates: (string | string[])[]; encodeOffsets: (Point | Point[])[] };
  }[];
};

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder in which echarts 4.9.0 and @surbowl/world-geo-json-zh 2.1.5 are installed.');
const readJson = <T>(path: string) => JSON.parse(readFileSync(join(folder, 'node_modules', path), 'utf8')) as T;
const round = ([x, y]: Point): Point => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];

/** Each pair of characters is a step from the point before, zigzag-coded, in 1/1024 degree. */
function decodeRing(text: string, [startX, startY]: Point): Point[] {
  const ring: Point[] = [];
  const step = (at: number) => {
    const value = text.charCodeAt(at) - 64;
    return (value >> 1) ^ -(value & 1);
  };
  let x = startX;
  let y = startY;
  for (let at = 0; at < text.length; at += 2) {
    x += step(at);
    y += step(at + 1);
    ring.push(round([x / 1024, y / 1024]));
  }
  return ring;
}

const features = readJson<Encoded>('echarts/map/json/china.json').features.map(({ id, properties, geometry }) => ({
  type: 'Feature',
  properties: { adcode: id, name: properties.name, part: 'province' },
  geometry: {
    type: 'MultiPolygon',
    coordinates: geometry.coordinates.flatMap((rings, i) =>
      typeof rings === 'string'
        ? [[decodeRing(rings, geometry.encodeOffsets[i] as Point)]]
        : [rings.map((ring, at) => decodeRing(ring, (geometry.encodeOffsets[i] as Point[])[at]!))],
    ),
  },
}));

type World = { features: { properties: { iso_a3: string }; geometry: { coordinates: Point[][][] } }[] };
const china = readJson<World>('@surbowl/world-geo-json-zh/world.zh.json').features.find((f) => f.properties.iso_a3 === 'CHN')!;
const small = china.geometry.coordinates.slice(3).map(([ring = []]) => ring.map(round));
const west = (ring: Point[]) => Math.min(...ring.map(([x]) => x));
const south = (ring: Point[]) => Math.min(...ring.map(([, y]) => y));
const ownerOf = (ring: Point[]) => (south(ring) > 25 ? '710000' : south(ring) > 20 ? '440000' : '460000');
// In the source the ten dashes follow the islands: 钓鱼岛及其附属岛屿, 东沙, 西沙, 南沙.
small.forEach((ring, i) => {
  const isDash = i >= small.length - 10;
  const owner = features.find((feature) => feature.properties.adcode === ownerOf(ring))!;
  if (!isDash) owner.geometry.coordinates.push([ring]);
});
features.push({
  type: 'Feature',
  properties: { adcode: '', name: '南海断续线', part: 'dashes' },
  geometry: { type: 'MultiPolygon', coordinates: small.slice(-10).toSorted((a, b) => west(b) - west(a)).map((ring) => [ring]) },
});

const target = join(import.meta.dirname, '../data/boundaries/provinces.json');
writeFileSync(target, `${JSON.stringify({ type: 'FeatureCollection', features })}\n`);
console.log(`${features.length} features`);
