import { MapLegend } from './map-legend.tsx';
import { levelOf, tiles, type Tile } from './tile-places.ts';

export type TileMapWords = {
  title: string;
  notCounted: string;
  andMore: (from: number) => string;
  figure: (name: string, value: number) => string;
};
type Values = Record<string, number | null | undefined>;

const cell = 64;
const mapBounds = [1, 3, 5, 8, 12];

function Square({
  tile,
  value,
  level,
  name,
  words,
}: {
  tile: Tile;
  value: number | null;
  level: number | null;
  name: string;
  words: TileMapWords;
}) {
  return (
    <>
      <title>{value === null ? `${name}：${words.notCounted}` : words.figure(name, value)}</title>
      <g
        className={level === null ? 'out' : `l${level}`}
        transform={`translate(${(tile.column - 2) * cell} ${tile.row * cell})`}
      >
        <rect x="1.5" y="1.5" width={cell - 3} height={cell - 3} rx="8" />
        <text className="name" x={cell / 2} y="29">
          {name}
        </text>{' '}
        <text className="code" x={cell / 2} y="29">
          {tile.code}
        </text>{' '}
        <text className="v" x={cell / 2} y="49">
          {value ?? '—'}
        </text>
      </g>
    </>
  );
}

/** 方格地图：等面积示意，不表示边界 the tile map: equal squares, no boundary claimed; a table always stands beside it. */
export function TileMap({
  values,
  locale,
  words,
  bounds = mapBounds,
  href,
}: {
  values: Values;
  locale: 'zh-CN' | 'en';
  words: TileMapWords;
  bounds?: readonly number[];
  href?: (adcode: string) => string;
}) {
  return (
    <div className="mapbox">
      <svg
        className="map"
        viewBox={`0 0 ${7 * cell} ${8 * cell}`}
        role={href ? 'group' : 'img'}
        aria-label={words.title}
      >
        <defs>
          <pattern id="not-counted" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="ground" width="7" height="7" />
            <path d="M0 0v7" />
          </pattern>
        </defs>
        {Object.entries(tiles).map(([adcode, tile]) => {
          const value = values[adcode] ?? null;
          const name = locale === 'en' ? tile.en : tile.zh;
          const square = <Square tile={tile} value={value} level={levelOf(value, bounds)} name={name} words={words} />;
          return href && value ? (
            <a
              key={adcode}
              href={href(adcode)}
              aria-label={
                locale === 'en' ? `${words.figure(name, value)}, ${tile.code} ${value}` : words.figure(name, value)
              }
            >
              {square}
            </a>
          ) : (
            <g key={adcode}>{square}</g>
          );
        })}
      </svg>
      <MapLegend bounds={bounds} words={words} />
    </div>
  );
}
