import { type Phase, periodDays, workdayOf } from '#app/domain/pilot/notices/model.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { longDay } from '#app/platform/dates.ts';
import { type DaySquare, Period } from '#app/ui/light/squares.tsx';

type Days = { day: string; isWorkday: boolean; name: string }[];

/** 公示期: one square a day, rest days dashed, today in chalk yellow. */
export function NoticePeriod({ days, today, phase, workingDays }: { days: Days; today: string; phase: Phase; workingDays: number }) {
  const words = useWords(noticesWords);
  const locale = useLocale();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const { passed, left } = workdayOf(days, today);
  const isRest = days.some((day) => day.day === today && !day.isWorkday);
  const now =
    phase === 'open' ? (isRest ? words.now.openRest(passed, left) : words.now.open(passed, left))
    : phase === 'coming' ? words.now.coming(longDay(first.day, locale))
    : phase === 'final' ? words.now.final
    : words.now.ended;
  const short = (day: string) => {
    const [, month = 1, date = 1] = day.split('-').map(Number);
    return words.day(month, date);
  };
  const squares = periodDays(days, today).map(({ day, state }): DaySquare => {
    const weekday = words.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
    const isOff = days.some((one) => one.day === day && !one.isWorkday);
    return {
      state: state === 'now' && isOff ? 'rest' : state,
      day: String(Number(day.slice(8))),
      under: day === today ? words.today : isOff ? words.rest(weekday) : weekday,
    };
  });
  return <Period title={words.period(workingDays, short(first.day), short(last.day))} now={now} days={squares} words={words.squares} />;
}
