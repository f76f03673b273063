import type { ReactNode } from 'react';

const wide = 720;
const tall = 150;
const left = 44;
const bottom = 22;
const high = tall - bottom;

/** 每天一根柱: the share of each day, from nothing to all; a day without figures has no bar. */
export function DayBars({ label, days }: { label: string; days: readonly { day: string; share: number | null }[] }) {
  const step = (wide - left) / days.length;
  return (
    <Chart label={label} days={days.map(({ day }) => day)} marks={[0, 0.5, 1].map((at) => ({ at, text: `${at * 100} %` }))}>
      {days.map(({ day, share }, n) =>
        share === null ? null : (
          <rect key={day} className={share < 0.95 ? 'late' : 'fine'} x={left + n * step + 2} width={step - 4} y={heightAt(share)} height={Math.max(1, high - heightAt(share))}>
            <title>{`${day} ${(share * 100).toFixed(1)} %`}</title>
          </rect>
        ),
      )}
    </Chart>
  );
}

/** 每天一个点: several lines over the same days; the scale ends at the highest point. */
export function DayLines({ label, days, lines }: { label: string; days: readonly string[]; lines: readonly { name: string; values: readonly (number | null)[] }[] }) {
  const step = (wide - left) / days.length;
  const top = Math.max(1, ...lines.flatMap((line) => line.values.map((value) => value ?? 0)));
  const marks = [0, 0.5, 1].map((at) => ({ at, text: (at * top).toFixed(top < 10 ? 1 : 0) }));
  return (
    <>
      <Chart label={label} days={days} marks={marks}>
        {lines.map(({ name, values }, which) => (
          <g key={name} className={`line-${which}`}>
            <path d={pathOf(values, step, top)} />
            {values.map((value, n) =>
              value === null ? null : (
                <circle key={days[n]} cx={left + (n + 0.5) * step} cy={heightAt(value / top)} r={3}>
                  <title>{`${days[n]} ${name} ${value.toFixed(1)}`}</title>
                </circle>
              ),
            )}
          </g>
        ))}
      </Chart>
      <p className="legend day-legend">
        {lines.map(({ name }, which) => (
          <span key={name}>
            <i className={`line-${which}`} />
            {name}
          </span>
        ))}
      </p>
    </>
  );
}

const heightAt = (share: number) => 6 + (high - 6) * (1 - share);

function pathOf(values: readonly (number | null)[], step: number, top: number): string {
  let pen = 'M';
  let path = '';
  for (const [n, value] of values.entries()) {
    if (value === null) pen = 'M';
    else {
      path += `${pen}${(left + (n + 0.5) * step).toFixed(1)} ${heightAt(value / top).toFixed(1)}`;
      pen = 'L';
    }
  }
  return path;
}

function Chart({ label, days, marks, children }: { label: string; days: readonly string[]; marks: readonly { at: number; text: string }[]; children: ReactNode }) {
  const step = (wide - left) / days.length;
  return (
    <figure className="day-chart">
      <figcaption>{label}</figcaption>
      <svg viewBox={`0 0 ${wide} ${tall}`} role="img" aria-label={label}>
        {marks.map(({ at, text }) => (
          <g key={at} className="mark">
            <line x1={left} x2={wide} y1={heightAt(at)} y2={heightAt(at)} />
            <text x={left - 6} y={heightAt(at) + 4} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {children}
        {days.map((day, n) =>
          n % 7 === days.length % 7 || n === days.length - 1 ? (
            <text key={day} className="day" x={left + (n + 0.5) * step} y={tall - 6} textAnchor={n === days.length - 1 ? 'end' : 'middle'}>
              {day.slice(5)}
            </text>
          ) : null,
        )}
      </svg>
    </figure>
  );
}
