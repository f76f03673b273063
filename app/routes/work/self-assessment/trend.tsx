const box = { width: 560, height: 240, left: 40, right: 10, top: 34, bottom: 46, inset: 64 };

type Point = { head: string; score: number | null; isQuick: boolean };

/** 走势: one point a year with its figure; the way from the unverified self-check is dashed. */
export function Trend({ points, label }: { points: readonly Point[]; label: string }) {
  const x = (place: number) => (points.length === 1 ? box.width / 2 : box.left + box.inset + ((box.width - box.left - box.right - 2 * box.inset) * place) / (points.length - 1));
  const y = (score: number) => box.height - box.bottom - ((box.height - box.top - box.bottom) * score) / 100;
  const told = points.flatMap((point, place) => (point.score === null ? [] : [{ ...point, score: point.score, x: x(place), y: y(point.score) }]));
  return (
    <figure className="trend">
      <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={label}>
        {[0, 25, 50, 75, 100].map((score) => (
          <g key={score}>
            <line className="ring" x1={box.left} x2={box.width - box.right} y1={y(score)} y2={y(score)} />
            <text className="axis" x={box.left - 18} y={y(score) + 4}>{score}</text>
          </g>
        ))}
        {told.slice(1).map((point, place) => (
          <line key={point.head} className={told[place]!.isQuick ? 'shape quick' : 'shape'} x1={told[place]!.x} y1={told[place]!.y} x2={point.x} y2={point.y} />
        ))}
        {told.map((point) => (
          <g key={point.head}>
            <circle cx={point.x} cy={point.y} r="5" />
            <text x={point.x} y={point.y - 12}>{point.score.toFixed(1)}</text>
          </g>
        ))}
        {points.map((point, place) => <text key={point.head} className="axis" x={x(place)} y={box.height - 18}>{point.head}</text>)}
      </svg>
    </figure>
  );
}
