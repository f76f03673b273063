import { isOverdue, type TaskState } from '#app/domain/pilot/consulting/model.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { daysBetween } from '#app/platform/dates.ts';

type Bar = { id: string; title: string; startsOn: string; dueOn: string; state: TaskState };

const left = 250;
const width = 960;
const row = 32;
const top = 46;

/** 时间表: one bar a task between the first and the last day, drawn on the server; the table beneath says the same in words. */
export function PlanTimeline({ tasks, startsOn, endsOn, today }: { tasks: readonly Bar[]; startsOn: string; endsOn: string; today: string }) {
  const all = useWords(consultingWords);
  const locale = useLocale();
  const bars = tasks.filter(({ state }) => state !== 'dropped');
  const from = bars.reduce((day, bar) => (bar.startsOn < day ? bar.startsOn : day), startsOn);
  const to = bars.reduce((day, bar) => (bar.dueOn > day ? bar.dueOn : day), endsOn);
  const days = Math.max(1, daysBetween(from, to) + 1);
  const x = (day: string) => left + ((width - left - 8) * Math.max(0, Math.min(days, daysBetween(from, day)))) / days;
  const height = top + bars.length * row + 8;
  return (
    <figure className="plantime">
      <div className="scrolls" tabIndex={0} role="region" aria-label={all.plan.timeline}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={all.plan.timelineLead}>
          {months(from, to).map((month, at, list) => (
            <g key={month}>
              <line className="grid" x1={x(`${month}-01`)} x2={x(`${month}-01`)} y1={top - 6} y2={height} />
              {at === 0 || month.endsWith('-01') ? <text className="axis" x={x(`${month}-01`) + 4} y={14}>{month.slice(0, 4)}</text> : null}
              {list.length <= 16 || at % 3 === 0 ? <text className="axis" x={x(`${month}-01`) + 4} y={top - 12}>{label(month, locale)}</text> : null}
            </g>
          ))}
          {bars.map((bar, at) => {
            const isLate = isOverdue(bar, today);
            const y = top + at * row;
            return (
              <g key={bar.id} className={isLate ? `late ${bar.state}` : bar.state}>
                <text x={0} y={y + 20}>{isLate ? '▼ ' : ''}{shortened(bar.title)}</text>
                <rect x={x(bar.startsOn)} y={y + 7} width={Math.max(6, x(bar.dueOn) - x(bar.startsOn))} height={18} rx={4} />
              </g>
            );
          })}
          {today >= from && today <= to ? (
            <g className="now">
              <line x1={x(today)} x2={x(today)} y1={top - 6} y2={height} />
              <text x={x(today) + 4} y={height - 2}>{all.plan.today}</text>
            </g>
          ) : null}
        </svg>
      </div>
      <figcaption className="note">{all.plan.timelineLead}</figcaption>
    </figure>
  );
}

/** Chinese letters are twice as wide as Latin ones. */
function shortened(title: string): string {
  let room = 32;
  const kept = [...title].filter((letter) => (room -= letter.charCodeAt(0) > 255 ? 2 : 1) >= 0).join('');
  return kept.length < title.length ? `${kept}…` : kept;
}

function months(from: string, to: string): string[] {
  const list: string[] = [];
  let [year, month] = from.split('-').map(Number) as [number, number];
  while (list.length < 130) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (`${name}-01` > to) break;
    if (`${name}-01` >= from) list.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return list;
}

function label(month: string, locale: string): string {
  const number = Number(month.slice(5));
  return locale === 'en' ? String(number) : `${number} 月`;
}
