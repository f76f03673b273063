import { readFileSync } from 'node:fs';
import { type Boundaries, type Outline, outlineOf } from './map-outline.ts';

/** Every process starts in the project's folder. */
const ours = 'data/boundaries/provinces.json';
const provinceCodes = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' ');

let drawn: { file: string; outline: Outline } | undefined;

/** 省界: read once from our file or from the one the operator names; every province must be on it. */
export function provinceOutline(file = ''): Outline {
  if (drawn?.file === file) return drawn.outline;
  const outline = outlineOf(JSON.parse(readFileSync(file || ours, 'utf8')) as Boundaries);
  const missing = missingProvinces(outline);
  if (missing.length > 0) {
    throw new Error(`地图边界文件缺少省级行政区 ${missing.join('、')} · the boundary file lacks the provinces ${missing.join(', ')}`);
  }
  drawn = { file, outline };
  return outline;
}

/** 省界数据 as the file has it, with the islands and dashes that belong to it: for files of open data. */
export function provinceBoundaries(file = ''): Boundaries['features'] {
  return (JSON.parse(readFileSync(file || ours, 'utf8')) as Boundaries).features;
}

/** The provinces an outline does not draw. */
export function missingProvinces(outline: Outline): string[] {
  return provinceCodes.filter((code) => !outline.provinces.some(({ adcode, d }) => adcode === code && d !== ''));
}
