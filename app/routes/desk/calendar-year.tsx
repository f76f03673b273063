import { Link } from 'react-router';
import { type Day, holidayOf, isWeekend } from '#app/domain/base/calendar/model.ts';
import { calendarWords } from '#app/i18n/calendar.ts';
import { useWords } from '#app/i18n/pair.ts';

/** How a day looks: weekend, holiday, make-up day; underlined when it was set here. */
function lookOf(day: Day): string {
  const kind = isWeekend(day.day) ? (day.isWorkday ? 'makeup' : day.name ? 'holiday' : 'off') : day.isWorkday ? '' : 'holiday';
  return day.source !== '' && day.source !== 'chinese-days' ? `${kind} own` : kind;
}

/** Monday is 0. */
const weekdayOf = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** 年历: twelve months of links; the state of a day is also said in words. */
export function YearView({ days, year, chosen }: { days: readonly Day[]; year: number; chosen: string | undefined }) {
  const words = useWords(calendarWords);
  const called = ({ name }: Day) => {
    const holiday = holidayOf(name);
    return holiday ? words.holidays[holiday] : name;
  };
  const months = Array.from({ length: 12 }, (_, i) => days.filter((day) => Number(day.day.slice(5, 7)) === i + 1));
  return (
    <>
      <div className="year">
        {months.map((month, i) => (
          <section key={i} aria-label={`${words.year(year)} ${words.month(i + 1)}`}>
            <h3>{words.month(i + 1)}</h3>
            <ol>
              {words.week.map((name) => (
                <li key={name} aria-hidden="true">
                  <span className="head">{name}</span>
                </li>
              ))}
              {Array.from({ length: weekdayOf(month[0]!.day) }, (_, gap) => (
                <li key={`gap${gap}`} aria-hidden="true" />
              ))}
              {month.map((day) => (
                <li key={day.day}>
                  <Link
                    to={`/desk/calendar?day=${day.day}`}
                    className={`${lookOf(day)}${day.day === chosen ? ' chosen' : ''}`}
                    aria-label={`${day.day} ${day.isWorkday ? words.works : words.rests} ${called(day)}`.trim()}
                    title={called(day) || undefined}
                    preventScrollReset
                  >
                    {Number(day.day.slice(8))}
                  </Link>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      <p className="legend">
        <span>
          <i className="off" />
          {words.legend.off}
        </span>
        <span>
          <i className="holiday" />
          {words.legend.holiday}
        </span>
        <span>
          <i className="makeup" />
          {words.legend.makeup}
        </span>
        <span>{words.legend.own}</span>
      </p>
    </>
  );
}
