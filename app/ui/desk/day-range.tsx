type DayRangeProps = { words: { from: string; to: string }; from: string | undefined; to: string | undefined };

/** 起止日期: two days of a filter. */
export function DayRange({ words, from, to }: DayRangeProps) {
  return (
    <>
      <label>
        {words.from}
        <input className="dctl" type="date" name="from" defaultValue={from} />
      </label>
      <label>
        {words.to}
        <input className="dctl" type="date" name="to" defaultValue={to} />
      </label>
    </>
  );
}
