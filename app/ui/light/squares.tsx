export type SquareState = 'done' | 'now' | 'next' | 'rest' | 'late';
export type SquareWords = Record<SquareState, string>;
export type DaySquare = { state: SquareState; day: string; under: string };

/** 跳房子的格子：一天一格 hopscotch squares for days: done, now, next, rest, late; the state is also said in words. */
export function DaySquares({ days, words, label }: { days: DaySquare[]; words: SquareWords; label: string }) {
  return (
    <ol className="hops" aria-label={label}>
      {days.map((square, index) => (
        <li
          key={index}
          className={square.state}
          {...(square.state === 'now' ? { 'aria-current': 'date' as const } : {})}
        >
          <b>{square.day}</b>
          {square.under}
          <span className="vh">{words[square.state]}</span>
        </li>
      ))}
    </ol>
  );
}

/** 公示期：一行说明，一排日子 the notice period: what it is, how far it is, its days. */
export function Period({
  title,
  now,
  days,
  words,
}: {
  title: string;
  now: string;
  days: DaySquare[];
  words: SquareWords;
}) {
  return (
    <section className="period">
      <div className="row between">
        <b>{title}</b>
        <span>{now}</span>
      </div>
      <DaySquares days={days} words={words} label={title} />
    </section>
  );
}
