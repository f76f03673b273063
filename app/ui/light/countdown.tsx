export type CountdownWords = { left: (days: number) => string; lastDay: string; closed: string };

/** 倒计时：剩下的天数，一位数字一个格子 days left, one square a digit; on the last day and after it, words. */
export function Countdown({ days, words }: { days: number; words: CountdownWords }) {
  if (days < 0)
    return (
      <p className="days closed">
        <span>{words.closed}</span>
      </p>
    );
  if (days === 0)
    return (
      <p className="days last closed">
        <span>{words.lastDay}</span>
      </p>
    );
  return (
    <p className={days <= 3 ? 'days last' : 'days'}>
      {[...String(days)].map((digit, place) => (
        <b key={place}>{digit}</b>
      ))}
      <span>{words.left(days)}</span>
    </p>
  );
}
