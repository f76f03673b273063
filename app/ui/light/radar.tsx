import { axisEnd, labelPlace, radarBox, radarPoints, ringPoints } from './radar-geometry.ts';

export type RadarAxis = { id: string; name: string; score: number | null };

/** 雷达图：一轴一个板块，分数写在名字旁 the radar: one axis a section, its score beside the name; drawn on the server, redrawn by a script after each save; a brief one says the letters only. */
export function Radar({ axes, before, isBrief, words }: { axes: readonly RadarAxis[]; before?: readonly (number | null)[] | undefined; isBrief?: boolean; words: { label: string; before?: string | undefined; now: string } }) {
  const box = `${radarBox.x} ${radarBox.y} ${radarBox.width} ${radarBox.height}`;
  return (
    <figure className={isBrief ? 'radar brief' : 'radar'}>
      <svg viewBox={box} role="img" aria-label={words.label}>
        {[25, 50, 75, 100].map((score) => <polygon key={score} className="ring" points={ringPoints(axes.length, score)} />)}
        {axes.map((axis, place) => {
          const [x, y] = axisEnd(place, axes.length);
          return <line key={axis.id} className="ring" x1="0" y1="0" x2={x.toFixed(1)} y2={y.toFixed(1)} />;
        })}
        {before ? <polygon className="before" points={radarPoints(before)} /> : null}
        <polygon className="shape" data-radar-shape="" points={radarPoints(axes.map((axis) => axis.score))} />
        {axes.map((axis, place) => {
          const { x, y, anchor } = labelPlace(place, axes.length);
          return (
            <text key={axis.id} x={x.toFixed(1)} y={y.toFixed(1)} textAnchor={anchor}>
              <tspan className="big">{axis.id}</tspan> {isBrief ? null : axis.name}
              <tspan className="big" {...(isBrief ? {} : { x: x.toFixed(1), dy: '17' })} data-radar-score={axis.id}>{axis.score === null ? '—' : Math.round(axis.score)}</tspan>
            </text>
          );
        })}
      </svg>
      {words.before ? <figcaption className="small muted">{words.now}{words.before ? ` · ${words.before}` : ''}</figcaption> : null}
    </figure>
  );
}
