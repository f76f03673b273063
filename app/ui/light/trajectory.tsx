import { Estimated, EstimateKey, type EstimateWords } from './estimated.tsx';
import { Status } from './status.tsx';
import type { SquareState } from './squares.tsx';
import { DataTable } from './table.tsx';
import { apart, clearOf, type DayPoint, floorAt, layOut, leftAt, rightAt, tall, wide } from './trajectory-geometry.ts';

type Row = { period: number; day: string; actual: number | null; expected: number | null; light: Light; isEstimate?: true };
type Light = 'reached' | 'on-path' | 'behind' | 'far-behind' | 'no-figure';

export type Drawn = {
  from: string; to: string; expected: readonly (readonly DayPoint[])[]; actual: readonly (readonly DayPoint[])[]; isFlow: boolean;
  targets: readonly (DayPoint & { year: number; max: number | null; isReached: boolean | null })[];
  forecast: { day: string; at: number; low: number; high: number } | null; rows: readonly Row[];
  /** Days from which on figures mean something else. */
  breaks?: readonly string[];
};

export type TrajectoryWords = {
  about: (name: string, unit: string) => string; key: { expected: string; actual: string; forecast: string; target: string }; lights: Record<Light, string>;
  columns: { period: string; expected: string; actual: string; light: string }; missing: string; nothing: string;
  target: (year: number, said: string) => string; actual: (said: string) => string; forecast: (said: string) => string; interval: (day: string, low: string, high: string) => string; table: (name: string) => string; estimate: EstimateWords;
};

/** How each standing looks beside its word. */
const looks: Record<Light, SquareState> = { reached: 'done', 'on-path': 'now', behind: 'late', 'far-behind': 'late', 'no-figure': 'rest' };
export const signs: Record<Light, string> = { reached: '✓', 'on-path': '', behind: '▼', 'far-behind': '▼▼', 'no-figure': '' };

type Props = { name: string; unit: string; drawn: Drawn; words: TrajectoryWords; figure: (value: number) => string; period: (period: number) => string; day: (day: string) => string; isAlone?: boolean };

/**
 * 轨迹: expected path, figures, targets and forecast, each a shape of its own; the table beside it says the same. Words and formats
 * come from the page; `isAlone` leaves the table to a page that has one already.
 */
export function Trajectory({ name, unit, drawn, words, figure, period, day, isAlone }: Props) {
  const hasPicture = drawn.actual.length + drawn.targets.length > 0;
  const table = <TrajectoryTable name={name} rows={drawn.rows} words={words} figure={figure} period={period} />;
  if (!hasPicture) return isAlone ? <p className="note">{words.nothing}</p> : table;
  return (
    <div className={isAlone ? 'trajectory alone' : 'trajectory'}>
      <figure>
        <div className="trajplot">
          <div className="scrolls" tabIndex={0} role="region" aria-label={words.about(name, unit)}>
            <Picture unit={unit} drawn={drawn} words={words} figure={figure} />
          </div>
          <Scale unit={unit} drawn={drawn} figure={figure} />
        </div>
        <figcaption><Key drawn={drawn} words={words} />{drawn.forecast ? <small>{words.interval(day(drawn.forecast.day), figure(drawn.forecast.low), figure(drawn.forecast.high))}</small> : null}</figcaption>
      </figure>
      {isAlone ? null : <div className="trajrows" tabIndex={0} role="region" aria-label={words.table(name)}>{table}</div>}
    </div>
  );
}

/** 逐期的表: what the picture says, in words and figures. */
export function TrajectoryTable({ name, rows, words, figure, period }: Pick<Props, 'name' | 'words' | 'figure' | 'period'> & { rows: readonly Row[] }) {
  const table = (
    <DataTable
      caption={words.table(name)} phone="table" rows={rows.toReversed()} keyOf={(row) => String(row.period)} none={words.nothing}
      columns={[
        { head: words.columns.period, isName: true, cell: (row) => period(row.period) },
        { head: words.columns.expected, right: true, cell: (row) => (row.expected === null ? '—' : figure(row.expected)) },
        { head: words.columns.actual, right: true, cell: (row) => (row.actual === null ? <span className="muted">{words.missing}</span> : <Estimated is={row.isEstimate} words={words.estimate}>{figure(row.actual)}</Estimated>) },
        { head: words.columns.light, cell: (row) => <Status state={looks[row.light]}>{`${signs[row.light]} ${words.lights[row.light]}`.trim()}</Status> },
      ]}
    />
  );
  return rows.some(({ isEstimate }) => isEstimate) ? <>{table}<EstimateKey words={words.estimate} /></> : table;
}

function Picture({ unit, drawn, words, figure }: Pick<Props, 'unit' | 'drawn' | 'words' | 'figure'>) {
  const { x, y, line, ticks, years } = layOut(drawn);
  const last = drawn.actual.at(-1)?.at(-1);
  const { forecast } = drawn;
  return (
    <svg viewBox={`0 0 ${wide} ${tall}`} aria-hidden="true" focusable="false">
      {ticks.map((tick) => <g key={tick}><path className="grid" d={`M${leftAt} ${y(tick)}H${rightAt}`} /><text className="axis" x={leftAt - 8} y={y(tick) + 5} textAnchor="end">{figure(tick)}</text></g>)}
      {unit ? <text className="axis unit" x={leftAt} y={18}>{unit}</text> : null}
      {years.map(({ year, start, middle }) => <g key={year}><path className="tick" d={`M${start} ${floorAt}v8`} /><text className="axis" x={middle} y={floorAt + 28} textAnchor="middle">{years.length > 8 ? String(year).slice(2) : year}</text></g>)}
      {forecast && last ? <path className="band" d={`M${x(last.day)} ${y(last.value)}L${x(forecast.day)} ${y(forecast.high)}V${y(forecast.low)}z`} /> : null}
      {drawn.expected.map((piece) => <path key={piece[0]!.day} className="expected" d={line(piece)} />)}
      {drawn.isFlow ? drawn.actual.flat().map((point) => <path key={point.day} className="stem" d={`M${x(point.day)} ${y(0)}V${y(point.value)}`} />) : null}
      {drawn.actual.map((run) => <path key={run[0]!.day} className="actual" d={run.length > 1 ? line(run) : `${line(run)}h0`} />)}
      {forecast && last ? <path className="forecast" d={line([last, { day: forecast.day, value: forecast.at }])} /> : null}
      {drawn.actual.flat().length <= 12 ? drawn.actual.flat().map((point) => <circle key={point.day} className="figure" cx={x(point.day)} cy={y(point.value)} r={4} />) : null}
      {drawn.targets.map((target) => <g key={target.year}>{target.max === null ? null : <path className="range" d={`M${x(target.day)} ${y(target.value)}V${y(target.max)}`} />}<rect className="target" x={x(target.day) - 7} y={y(target.max ?? target.value) - 7} width={14} height={14} rx={3} /></g>)}
      {drawn.actual.flat().filter((point) => drawn.breaks?.includes(point.day)).map((point) => <text key={point.day} className="said break" x={x(point.day)} y={y(point.value) - 12} textAnchor="middle">‡</text>)}
      {last ? <circle className="last" cx={x(last.day)} cy={y(last.value)} r={6} /> : null}
      <Labels drawn={drawn} words={words} figure={figure} at={{ x, y }} />
    </svg>
  );
}

/** 不动的数轴: over the left edge of a picture that is wider than its place, so that what a height means is in sight wherever one has scrolled. */
function Scale({ unit, drawn, figure }: Pick<Props, 'unit' | 'drawn' | 'figure'>) {
  const { y, ticks } = layOut(drawn);
  return (
    <svg className="trajscale" viewBox={`0 0 ${leftAt} ${tall}`} aria-hidden="true" focusable="false">
      <rect width={leftAt} height={floorAt + 10} />
      {ticks.map((tick) => <text key={tick} className="axis" x={leftAt - 8} y={y(tick) + 5} textAnchor="end">{figure(tick)}</text>)}
      {unit ? <text className="axis" x={2} y={18}>{unit}</text> : null}
    </svg>
  );
}

/** 标签: figures beside what they name; at the right edge they keep apart. */
function Labels({ drawn, words, figure, at: { x, y } }: Pick<Props, 'drawn' | 'words' | 'figure'> & { at: Pick<ReturnType<typeof layOut>, 'x' | 'y'> }) {
  const last = drawn.actual.at(-1)?.at(-1);
  const { forecast } = drawn;
  const named = drawn.targets.length > 4 ? drawn.targets.slice(-1) : drawn.targets;
  const isAtEdge = (day: string) => x(day) > rightAt - 40;
  const beside = [
    ...(last && isAtEdge(last.day) ? [{ key: 'actual', at: y(last.value) + 5, said: words.actual(figure(last.value)) }] : []),
    ...(forecast && isAtEdge(forecast.day) ? [{ key: 'forecast', at: y(forecast.at) + 5, said: words.forecast(figure(forecast.at)) }] : []),
  ];
  const isOnTarget = drawn.targets.some(({ day }) => day === last?.day);
  const heights = apart(beside.map(({ at }) => at));
  const aims = named.toReversed().map((target) => ({
    key: String(target.year), x: Math.max(leftAt + 40, x(target.day)) + (isAtEdge(target.day) ? 14 : 0), y: y(target.max ?? target.value) - 14, anchor: isAtEdge(target.day) ? ('end' as const) : ('middle' as const), look: 'said',
    said: words.target(target.year, figure(target.value) + (target.max === null ? '' : `–${figure(target.max)}`)),
  }));
  const now = last && !isAtEdge(last.day) ? [{ key: 'actual', x: Math.max(leftAt + 36, x(last.day)) + (isOnTarget ? 14 : 0), y: Math.min(floorAt - 6, y(last.value) + 26), anchor: isOnTarget ? ('start' as const) : ('middle' as const), look: 'said now', said: words.actual(figure(last.value)) }] : [];
  const soon = forecast && !isAtEdge(forecast.day) ? [{ key: 'forecast', x: x(forecast.day) + 10, y: y(forecast.at) + 5, anchor: 'start' as const, look: 'said soon', said: words.forecast(figure(forecast.at)) }] : [];
  const inside = clearOf([...now, ...aims.slice(0, 1), ...soon, ...aims.slice(1)]);
  return (
    <>
      {inside.map(({ key, x: at, y: high, said, anchor, look }) => <text key={key} className={look} x={at} y={high} textAnchor={anchor}>{said}</text>)}
      {beside.map(({ key, said }, n) => <text key={key} className={key === 'actual' ? 'said now' : 'said soon'} x={rightAt + 13} y={heights[n]}>{said}</text>)}
    </>
  );
}

function Key({ drawn, words: { key } }: Pick<Props, 'drawn' | 'words'>) {
  return (
    <ul className="trajkey">
      {drawn.expected.length > 0 ? <li><svg viewBox="0 0 34 14" aria-hidden="true"><path className="expected" d="M1 7h32" /></svg>{key.expected}</li> : null}
      {drawn.actual.length > 0 ? <li><svg viewBox="0 0 34 14" aria-hidden="true"><path className="actual" d="M1 7h32" /><circle className="last" cx={17} cy={7} r={5} /></svg>{key.actual}</li> : null}
      {drawn.forecast ? <li><svg viewBox="0 0 34 14" aria-hidden="true"><path className="band" d="M1 7L33 0V14z" /><path className="forecast" d="M2 7h31" /></svg>{key.forecast}</li> : null}
      {drawn.targets.length > 0 ? <li><svg viewBox="0 0 34 14" aria-hidden="true"><rect className="target" x={11} y={1} width={12} height={12} rx={3} /></svg>{key.target}</li> : null}
    </ul>
  );
}
