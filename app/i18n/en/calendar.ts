import type zh from '../zh-CN/calendar.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export default {
  title: 'Working days',
  lead: 'Notice periods and limits count working days. The official holidays are known by default; what is set here wins.',
  year: (year: number) => String(year),
  month: (month: number) => months[month - 1] ?? '',
  week: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  missing: (year: number) => `The official holidays of ${year} are missing`,
  missingText: 'For now this year counts Monday to Friday only, without public holidays and make-up days. Once the notice is out, enter it with “Import” below.',
  previous: 'Year before',
  next: 'Year after',
  legend: { off: 'Weekend', holiday: 'Holiday', makeup: 'Make-up working day', own: 'Underlined: set here' },
  works: 'Working day',
  rests: 'Day off',
  count: (n: number) => `${n} working days in the year`,
  oneDay: 'Set one day',
  day: 'Day',
  kind: 'This day is a',
  name: 'Name',
  nameHint: 'For example: National Day, make-up day, local holiday',
  source: 'Basis',
  sourceHint: 'For example: the State Council notice on the holidays of 2027',
  set: 'Save',
  clear: 'Take back',
  clearAsk: (day: string) => `Take back what was set for ${day} and count it by the official arrangement?`,
  importTitle: 'Import a year',
  lines: 'One day a line',
  linesHint: 'Day, off or work, and a name, with blanks or commas between. For example: 2027-10-01 off National Day',
  importDo: 'Import',
  pick: 'Choose a day in the year above, or type it.',
} satisfies typeof zh;
