import { DrawnIn } from './drawing.tsx';

export type HeroSceneWords = { alt: string; squares: readonly [string, string, string, string, string] };

const places = [
  [28, 408, 56],
  [51.5, 352, 56],
  [75, 296, 56],
  [46.5, 240, 54],
  [150.5, 240, 54],
] as const;

function Child({
  x,
  y,
  scale,
  fill = 'none',
  flip = false,
  jumping = false,
}: {
  x: number;
  y: number;
  scale: number;
  fill?: string;
  flip?: boolean;
  jumping?: boolean;
}) {
  const limbs = jumping ? 'M-9-28-27-41M9-28l18-11M-5 0l-9 12 4 9M6 0l2 20' : 'M-9-28-20-12M9-28l19-17M-5 0v20M6 0v20';
  return (
    <g transform={`translate(${x} ${y}) scale(${flip ? -scale : scale} ${scale})`}>
      <circle cx="0" cy="-44" r="11" />
      <path d="M-9-49c2-8 16-9 19 0" />
      <path d="M-9-31-13 0h26L9-31z" fill={fill} />
      <path d={limbs} />
    </g>
  );
}

/** 黑板上的粉笔画：孩子沿着五个格子跳向家 chalk on the board: five squares lead home. */
export function HeroScene({ words }: { words: HeroSceneWords }) {
  return (
    <figure aria-label={words.alt}>
      <svg className="scene" viewBox="0 0 600 440" aria-hidden="true" focusable="false">
        <defs>
          <filter id="chalk" x="-2%" y="-2%" width="104%" height="104%">
            <feTurbulence type="fractalNoise" baseFrequency=".9" numOctaves="2" seed="7" result="n" />
            <feDisplacementMap in="SourceGraphic" in2="n" scale="2.4" />
          </filter>
        </defs>
        <g className="lines chalky">
          <path className="far" d="M4 416c96-10 210-4 310-8s190-6 282 2M318 262c70-12 200-10 276 2" />
          {places.map(([x, y, h], at) => (
            <path key={x} className={at === 1 ? 'sun' : undefined} d={`M${x} ${y}h104l${h * 0.42} ${-h}h-104z`} />
          ))}
          <path d="M98 186c22-44 132-46 152 0" />
          <Child x={176} y={184} scale={1.16} fill="var(--coral)" jumping />
          <path className="thin" strokeWidth="1.8" d="M208 134C262 108 262 96 272 78" />
          <g transform="rotate(8 290 60)">
            <DrawnIn name="kite" x={228} y={-2} scale={1.5} weight={2.2} />
          </g>
          <DrawnIn name="house" x={330} y={84} scale={2.48} weight={1.5} />
          <DrawnIn name="tree" x={458} y={136} scale={1.7} weight={1.9} />
          <Child x={420} y={392} scale={1.34} flip />
          <Child x={500} y={402} scale={1.02} fill="var(--warm)" />
          <path className="thin" strokeDasharray="2 13" d="M262 336c50-30 90-40 128-70M300 372c40-30 76-60 108-98" />
          <path
            className="far"
            d="M22 92c14-18 36-14 40 0 16-6 28 6 22 18H18c-12 0-10-16 4-18zM486 40c12-15 30-12 33 0 14-5 23 5 18 15h-54c-10 0-9-13 3-15z"
          />
          <path
            className="grass"
            d="M330 408c-2-8 2-14 0-20m8 20c0-8 4-10 5-16M566 406c-2-8 2-12 0-17m8 17c1-7 4-9 5-14"
          />
        </g>
        {places.map(([x, y, h], at) => (
          <text key={x} x={x + 52 + h * 0.21} y={y - h / 2 + 7} className={at === 1 ? 'dark' : undefined}>
            {words.squares[at]}
          </text>
        ))}
      </svg>
    </figure>
  );
}
