import { addDays } from '#app/platform/dates.ts';

/** 日历事项: a whole day; its number stays the same, so that a moved day moves in the calendar too. */
export type Entry = { uid: string; day: string; title: string; text: string; url: string; changedAt: Date };

/** 文字 as calendars have it: signs escaped, no control signs. */
const escaped = (text: string) => text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`).replaceAll(/\p{Cc}/gu, ' ');

/** 折行: no line longer than 75 bytes, never within a letter. */
function folded(line: string): string {
  const parts = [''];
  let size = 0;
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter);
    if (size + bytes > 73) {
      parts.push('');
      size = 0;
    }
    parts[parts.length - 1] += letter;
    size += bytes;
  }
  return parts.join('\r\n ');
}

const stamp = (instant: Date) => instant.toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+/, '');
const dayOf = (day: string) => day.replaceAll('-', '');

/** 日历文件 (RFC 5545). */
export function ics(name: string, entries: readonly Entry[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tongyou//Deadlines//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai', 'REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H',
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT', `UID:${escaped(entry.uid)}`, `DTSTAMP:${stamp(now)}`, `LAST-MODIFIED:${stamp(entry.changedAt)}`, `DTSTART;VALUE=DATE:${dayOf(entry.day)}`,
      `DTEND;VALUE=DATE:${dayOf(addDays(entry.day, 1))}`, `SUMMARY:${escaped(entry.title)}`, `DESCRIPTION:${escaped(entry.text)}`, `URL:${entry.url}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** The answer that calendar programs take. */
export function icsAnswer(text: string, cache: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="tongyou.ics"', 'Cache-Control': cache } });
}
