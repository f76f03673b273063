/** 地图轮廓: what a page needs to draw the provinces, in the units of its view box. */
export type Outline = {
  width: number;
  height: number;
  /** Below this line the sea is drawn in the inset only. */
  mainHeight: number;
  provinces: { adcode: string; d: string }[];
  dashes: string;
  inset: { x: number; y: number; width: number; height: number; viewBox: string };
};

type Point = [number, number];
export type Boundaries = {
  features: {
    properties: { adcode?: string | number | null; part?: string };
    geometry: { type: string; coordinates: unknown };
  }[];
};

const width = 880;
const margin = 8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** 双标准纬线等积圆锥投影 (25° and 47°, centre 105°): areas are true, as a map of figures asks. */
function project([lon, lat]: Point): Point {
  const [one, two] = [Math.sin(radians(25)), Math.sin(radians(47))];
  const n = (one + two) / 2;
  const c = Math.cos(radians(25)) ** 2 + 2 * n * one;
  const rho = (at: number) => Math.sqrt(c - 2 * n * Math.sin(radians(at))) / n;
  const theta = n * radians(lon - 105);
  return [rho(lat) * Math.sin(theta), rho(lat) * Math.cos(theta) - rho(36)];
}

/** The rings of a Polygon or MultiPolygon, outer ones and holes alike. */
function ringsOf({ type, coordinates }: Boundaries['features'][number]['geometry']): Point[][] {
  if (type === 'Polygon') return coordinates as Point[][];
  return type === 'MultiPolygon' ? (coordinates as Point[][][]).flat() : [];
}

function pathOf(rings: readonly Point[][]): string {
  return rings
    .map((ring) => {
      const points = ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]![0] || y !== ring[i - 1]![1]);
      const [first, ...rest] = points;
      if (!first) return '';
      // An island smaller than the grid still gets a dot: no place disappears.
      if (points.length < 3) return `M${first[0]} ${first[1]}h2v2h-2z`;
      const steps = rest.map(([x, y], i) => `${x - points[i]![0]} ${y - points[i]![1]}`);
      return `M${first[0]} ${first[1]}l${steps.slice(0, -1).join(' ').replaceAll(' -', '-')}z`;
    })
    .join('');
}

/** Projects boundaries and rounds them to a grid that neighbours share, so that no gap opens between them. */
export function outlineOf({ features }: Boundaries): Outline {
  const north = features
    .filter(({ properties }) => properties.adcode)
    .flatMap(({ geometry }) => ringsOf(geometry).flat())
    .filter(([, lat]) => lat > 18)
    .map(project);
  const bounds = (at: 0 | 1) => north.reduce(([low, high], point) => [Math.min(low, point[at]), Math.max(high, point[at])], [9, -9]);
  const [west, east] = bounds(0) as Point;
  const [top, bottom] = bounds(1) as Point;
  const scale = (width - 2 * margin) / (east - west);
  const place = (point: Point): Point => {
    const [x, y] = project(point);
    return [Math.round((x - west) * scale) + margin, Math.round((y - top) * scale) + margin];
  };
  const draw = (chosen: Boundaries['features']) =>
    pathOf(chosen.flatMap(({ geometry }) => ringsOf(geometry)).map((ring) => ring.map(place)));
  const [left] = place([106.5, 12]);
  const [right] = place([122.8, 21]);
  const [, upper] = place([114, 23.8]);
  const [, lower] = place([112, -1]);
  const insetWidth = 120;
  const insetHeight = Math.round((insetWidth * (lower - upper)) / (right - left));
  // The inset begins south of Taiwan, so that it covers no place.
  const insetTop = place([121, 21.8])[1] + 24;
  const mainHeight = Math.round((bottom - top) * scale) + 2 * margin;
  return {
    width,
    height: Math.max(mainHeight, insetTop + insetHeight + margin),
    mainHeight,
    provinces: features
      .filter(({ properties }) => properties.adcode)
      .map((feature) => ({ adcode: String(feature.properties.adcode).slice(0, 2), d: draw([feature]) })),
    dashes: draw(features.filter(({ properties }) => properties.part === 'dashes')),
    inset: {
      x: width - insetWidth - margin,
      y: insetTop,
      width: insetWidth,
      height: insetHeight,
      viewBox: `${left} ${upper} ${right - left} ${lower - upper}`,
    },
  };
}
