import { startOfBeijingDay } from '#app/platform/dates.ts';

/** 时段: from and to, as HH:MM of Beijing. */
export type Span = readonly [string, string];

/** 开放时间: working days, days off, and public holidays, each with its spans; '' as a note says nothing more. */
export type Hours = { workdays: Span[]; daysOff: Span[]; holidays: Span[]; note: string };

/** 日子的种类 by the calendar: a working day, a day off, a public holiday. */
export const dayKinds = ['workdays', 'daysOff', 'holidays'] as const;
export type DayKind = (typeof dayKinds)[number];

/** 某天属于哪一种: a working Saturday is a working day; a holiday has a name of its own. */
export function kindOfDay({ isWorkday, name }: { isWorkday: boolean; name: string }): DayKind {
  if (isWorkday) return 'workdays';
  return name === '' ? 'daysOff' : 'holidays';
}

/** 此刻是否开放, on a day of this kind. */
export function isOpenAt(hours: Hours, kind: DayKind, now: Date, day: string): boolean {
  const minute = Math.floor((now.getTime() - startOfBeijingDay(day).getTime()) / 60_000);
  return hours[kind].some(([from, to]) => minutesOf(from) <= minute && minute < minutesOf(to));
}

/** 写成的时段: “9:00-11:30, 14:00-18:00”; empty is closed. Undefined when it cannot be read. */
export function readSpans(text: string): Span[] | undefined {
  const spans: Span[] = [];
  for (const part of text.normalize('NFKC').split(/[,;、\s]+/).filter(Boolean)) {
    const match = /^(\d{1,2}):(\d{2})[-–—~至](\d{1,2}):(\d{2})$/.exec(part);
    if (!match) return undefined;
    const [from, to] = [`${match[1]!.padStart(2, '0')}:${match[2]}`, `${match[3]!.padStart(2, '0')}:${match[4]}`];
    if (minutesOf(from) >= minutesOf(to) || minutesOf(to) > 1440 || Number(match[2]) > 59 || Number(match[4]) > 59) return undefined;
    spans.push([from, to]);
  }
  return spans.length > 4 ? undefined : spans;
}

/** The same as people read it. */
export function spansText(spans: readonly Span[]): string {
  return spans.map(([from, to]) => `${from}–${to}`).join('、');
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
