import { useId } from 'react';
import type { Outline } from '#app/domain/base/regions/map-outline.ts';
import { MapLegend } from './map-legend.tsx';
import { levelOf, tiles } from './tile-places.ts';

export type ProvinceMapWords = {
  title: string;
  notCounted: string;
  andMore: (from: number) => string;
  figure: (name: string, value: number) => string;
  islands: string;
  source: string;
  approval: (number: string) => string;
};

const fills = ['var(--r0)', 'var(--r1)', 'var(--r2)', 'var(--r3)', 'var(--r4)', 'var(--r5)'];

/** 省级分级图 the provinces coloured by a value, with the islands of the South China Sea; a table always stands beside it. */
export function ProvinceMap({
  outline,
  values,
  locale,
  words,
  bounds = [1, 3, 5, 8, 12],
  href,
  approvalNumber = '',
}: {
  outline: Outline;
  values: Record<string, number | null | undefined>;
  locale: 'zh-CN' | 'en';
  words: ProvinceMapWords;
  bounds?: readonly number[];
  href?: (adcode: string) => string;
  approvalNumber?: string;
}) {
  const id = useId();
  const { width, height, inset } = outline;
  return (
    <figure className="mapbox province-map">
      <svg className="map" viewBox={`0 0 ${width} ${height}`} role={href ? 'group' : 'img'} aria-label={words.title}>
        <defs>
          <pattern id={`${id}out`} width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="ground" width="12" height="12" />
            <path d="M0 0v12" />
          </pattern>
        </defs>
        <svg width={width} height={outline.mainHeight}>
          <g id={`${id}land`} stroke="var(--tile-edge)" strokeWidth="1" strokeLinejoin="round" fillRule="evenodd">
            {outline.provinces.map(({ adcode, d }) => {
              const value = values[adcode] ?? null;
              const level = levelOf(value, bounds);
              const name = (locale === 'en' ? tiles[adcode]?.en : tiles[adcode]?.zh) ?? adcode;
              const said = value === null ? `${name}：${words.notCounted}` : words.figure(name, value);
              const shape = (
                <path d={d} fill={level === null ? `url(#${id}out)` : fills[level]} vectorEffect="non-scaling-stroke">
                  <title>{said}</title>
                </path>
              );
              return href && value ? (
                <a key={adcode} href={href(adcode)} aria-label={said}>
                  {shape}
                </a>
              ) : (
                <g key={adcode}>{shape}</g>
              );
            })}
            <path d={outline.dashes} fill="var(--ink-2)" stroke="var(--ink-2)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
          </g>
        </svg>
        <svg {...inset} aria-hidden="true">
          <rect x="-9999" y="-9999" width="99999" height="99999" style={{ fill: 'var(--paper)' }} />
          <use href={`#${id}land`} />
        </svg>
        <rect
          x={inset.x}
          y={inset.y}
          width={inset.width}
          height={inset.height}
          style={{ fill: 'none', stroke: 'var(--ink-2)', strokeWidth: 1.5 }}
        />
        <text x={inset.x + inset.width / 2} y={inset.y + inset.height - 7} style={{ fontSize: 15 }}>
          {words.islands}
        </text>
      </svg>
      <MapLegend bounds={bounds} words={words} />
      <figcaption style={{ fontSize: 'var(--t-xs)', color: 'var(--ink-2)', marginTop: 'var(--s2)' }}>{approvalNumber ? words.approval(approvalNumber) : words.source}</figcaption>
    </figure>
  );
}
