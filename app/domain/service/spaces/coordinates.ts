import type { LngLat } from './model.ts';

/** 坐标系: GPS and our own tables (WGS84), the maps of China (GCJ-02), Baidu's (BD-09). */
export const datums = ['wgs84', 'gcj02', 'bd09'] as const;
export type Datum = (typeof datums)[number];

const axis = 6_378_245;
const squeezed = 0.006_693_421_622_965_943;

/** 转为 GCJ-02: the shift that every map published in China carries, up to 700 metres; outside China none. */
export function toGcj02([lng, lat]: LngLat): LngLat {
  if (!isInChina([lng, lat])) return [lng, lat];
  const x = lng - 105;
  const y = lat - 35;
  const radians = (lat / 180) * Math.PI;
  const bend = 1 - squeezed * Math.sin(radians) ** 2;
  const north = (shiftNorth(x, y) * 180) / (((axis * (1 - squeezed)) / (bend * Math.sqrt(bend))) * Math.PI);
  const east = (shiftEast(x, y) * 180) / ((axis / Math.sqrt(bend)) * Math.cos(radians) * Math.PI);
  return [lng + east, lat + north];
}

/** 转为 WGS84: the shift has no inverse of its own, so it is approached; four steps leave less than a millimetre. */
export function fromGcj02(given: LngLat): LngLat {
  let [lng, lat] = given;
  for (let step = 0; step < 4; step += 1) {
    const [shiftedLng, shiftedLat] = toGcj02([lng, lat]);
    lng += given[0] - shiftedLng;
    lat += given[1] - shiftedLat;
  }
  return [lng, lat];
}

/** 统一为 WGS84, whatever map the numbers were read from. */
export function toWgs84(given: LngLat, datum: Datum): LngLat {
  if (datum === 'wgs84') return given;
  return fromGcj02(datum === 'bd09' ? bd09ToGcj02(given) : given);
}

/** 境内: the shift applies here only. */
export function isInChina([lng, lat]: LngLat): boolean {
  return lng > 72 && lng < 137.9 && lat > 0.8 && lat < 55.9;
}

function bd09ToGcj02([lng, lat]: LngLat): LngLat {
  const turn = (Math.PI * 3000) / 180;
  const [x, y] = [lng - 0.0065, lat - 0.006];
  const far = Math.hypot(x, y) - 0.000_02 * Math.sin(y * turn);
  const angle = Math.atan2(y, x) - 0.000_003 * Math.cos(x * turn);
  return [far * Math.cos(angle), far * Math.sin(angle)];
}

const waves = (at: number, ...terms: [number, number][]) => terms.reduce((sum, [height, period]) => sum + height * Math.sin((at / period) * Math.PI), 0) * (2 / 3);

function shiftNorth(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return plain + waves(x, [20, 1 / 6], [20, 1 / 2]) + waves(y, [20, 1], [40, 3], [160, 12], [320, 30]);
}

function shiftEast(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return plain + waves(x, [20, 1 / 6], [20, 1 / 2], [20, 1], [40, 3], [150, 12], [300, 30]);
}
