export type SquareState = 'done' | 'now' | 'missing' | 'late' | 'next';

/** 小格: how far something has come, one square a step, read aloud as one sentence. */
export function Squares({ states, label }: { states: readonly SquareState[]; label: string }) {
  return (
    <span className="mini" role="img" aria-label={label} title={label}>
      {states.map((state, i) => (
        <i key={i} className={state} />
      ))}
    </span>
  );
}
