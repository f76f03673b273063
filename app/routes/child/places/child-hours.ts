import { dayKinds, type Hours, type Span } from '#app/domain/service/spaces/hours.ts';
import type { ChildPlacesWords } from '#app/i18n/child-places.ts';

/** 什么时候开, as a child reads it: days that are alike are said once, a whole day has no hours, and what never opens is left out. */
export function childHours(hours: Hours, words: ChildPlacesWords['hours']): string[] {
  const said = dayKinds.map((kind) => ({ kind, text: timesOf(hours[kind], words) }));
  const [work, off, holiday] = said.map(({ text }) => text);
  if (work === off && off === holiday) return [work ? words.every(work) : words.never];
  if (work === off) return [work ? words.weekdays(work) : '', holiday ? words.holidays(holiday) : words.notOnHolidays].filter(Boolean);
  return said.flatMap(({ kind, text }) => (text ? [words[kind](text)] : []));
}

function timesOf(spans: readonly Span[], words: ChildPlacesWords['hours']): string {
  return spans.map(([from, to]) => (from === '00:00' && to === '24:00' ? words.allDay : words.span(from, to))).join(words.and);
}
