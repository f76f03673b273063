import { motifs, type DrawingName, type Stroke } from './motifs.ts';

const strokes = (name: DrawingName, warm: string) =>
  (motifs[name] as Stroke[]).map((stroke) => <path key={stroke.d} d={stroke.d} fill={stroke.warm ? warm : 'none'} />);

/** 粉笔画：一个图样 one motif; decorative, so hidden from readers. */
export function Drawing({
  name,
  size = 56,
  ink = 'board',
  warm = 'warm',
  weight = 3,
}: {
  name: DrawingName;
  size?: number;
  ink?: 'board' | 'ink' | 'ink-2' | 'chalk' | 'accent';
  warm?: 'warm' | 'paper';
  weight?: number;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 80 80"
      fill="none"
      stroke={`var(--${ink})`}
      strokeWidth={weight}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {strokes(name, `var(--${warm})`)}
    </svg>
  );
}

/** 画中画：放进别的图里的图样 a motif placed inside another picture. */
export function DrawnIn({
  name,
  x,
  y,
  scale,
  weight = 3,
}: {
  name: DrawingName;
  x: number;
  y: number;
  scale: number;
  weight?: number;
}) {
  return (
    <g
      transform={`translate(${x} ${y}) scale(${scale})`}
      fill="none"
      stroke="var(--chalk)"
      strokeWidth={weight}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {strokes(name, 'var(--warm)')}
    </g>
  );
}

/** 一排小画：社区页头上的树、家、秋千 a row of motifs for the head of a community's page. */
export function DrawnRow() {
  return (
    <svg className="art" viewBox="0 0 300 120" aria-hidden="true" focusable="false">
      <DrawnIn name="tree" x={0} y={14} scale={1.25} weight={2.3} />
      <DrawnIn name="house" x={96} y={4} scale={1.4} weight={2.1} />
      <DrawnIn name="swing" x={208} y={26} scale={1.1} weight={2.6} />
    </svg>
  );
}
