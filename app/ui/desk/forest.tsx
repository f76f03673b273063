import { useId } from 'react';

export type ForestRow = { id: string; name: string; value: number | null; low: number | null; high: number | null; ring?: number; said: string; isMarked?: boolean };
export type ForestLine = { at: number; name: string };

/** 森林图: a row each with a dot and its interval over one common scale, lines across all rows; a ring is a second figure. Coordinates are shares of the width, so it fits a phone. */
export function Forest({ label, rows, lines, from, to }: { label: string; rows: readonly ForestRow[]; lines: readonly ForestLine[]; from: number; to: number }) {
  const id = useId();
  const at = (value: number) => `${(100 * Math.min(1, Math.max(0, (value - from) / (to - from)))).toFixed(2)}%`;
  const ticks = ticksOf(from, to);
  return (
    <figure className="forest" aria-labelledby={id}>
      <figcaption id={id}>{label}</figcaption>
      <ol>
        {rows.map(({ id: key, name, value, low, high, ring, said, isMarked }) => (
          <li key={key} className={isMarked ? 'marked' : undefined}>
            <span className="name" title={name}>{name}</span>
            <svg role="img" aria-label={said} height="22">
              <title>{said}</title>
              {ticks.map((tick) => <line key={tick} className="tick" x1={at(tick)} x2={at(tick)} y1="0" y2="22" />)}
              {lines.map((line) => <line key={line.name} className="line" x1={at(line.at)} x2={at(line.at)} y1="0" y2="22" />)}
              {low !== null && high !== null && <line className="bar" x1={at(low)} x2={at(high)} y1="11" y2="11" />}
              {ring !== undefined && <circle className="ring" cx={at(ring)} cy="11" r="4.5" />}
              {value !== null && <circle className="dot" cx={at(value)} cy="11" r="4.5" />}
            </svg>
          </li>
        ))}
        <li className="scale" aria-hidden="true">
          <span className="name" />
          <svg height="20">
            {ticks.map((tick) => <text key={tick} x={at(tick)} y="14" textAnchor={tick === from ? 'start' : tick === to ? 'end' : 'middle'}>{tick}</text>)}
          </svg>
        </li>
      </ol>
      {lines.length > 0 && <p className="legend forest-legend">{lines.map((line) => <span key={line.name}><i className="line" />{line.name}</span>)}</p>}
    </figure>
  );
}

/** Round numbers, at most six of them, the two ends included. */
function ticksOf(from: number, to: number): number[] {
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50].find((one) => (to - from) / one <= 5) ?? 100;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => Math.round((first + i) * step * 10) / 10);
}

/** 刻度范围: round ends around all figures. */
export function rangeOf(figures: readonly number[], least: number): { from: number; to: number } {
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const step = [0.5, 1, 2, 5, 10, 20].find((one) => (Math.max(high, least) - Math.min(low, -least)) / one <= 8) ?? 20;
  return { from: Math.floor(low / step) * step, to: Math.ceil(high / step) * step };
}
