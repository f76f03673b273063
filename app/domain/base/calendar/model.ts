/** 一天: whether people work on it, what it is called, and who says so. */
export type Day = { day: string; isWorkday: boolean; name: string; source: string };

/** 周末: Saturday or Sunday, before any official arrangement. */
export function isWeekend(day: string): boolean {
  const week = new Date(`${day}T00:00:00Z`).getUTCDay();
  return week === 0 || week === 6;
}

/** 年历: every day of a year, January first. */
export function daysOfYear(year: number): string[] {
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

export type ImportLine = { day: string; isWorkday: boolean; name: string };
export type ImportProblem = { line: number; text: string };

/** 导入行: one day a line, “2027-10-01 休 国庆节” or “2027-10-09 班 国庆节调休”. */
export function readImport(text: string): { lines: ImportLine[]; problems: ImportProblem[] } {
  const lines: ImportLine[] = [];
  const problems: ImportProblem[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const match = /^(\d{4}-\d{2}-\d{2})[\s,，\t]+(休|班|off|work)[\s,，\t]+(.{1,40})$/.exec(line);
    if (match && isDay(match[1]!)) {
      lines.push({ day: match[1]!, isWorkday: match[2] === '班' || match[2] === 'work', name: match[3]!.trim() });
    } else {
      problems.push({ line: index + 1, text: line.slice(0, 60) });
    }
  }
  return { lines, problems };
}

/** A real day of the calendar, written YYYY-MM-DD. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
}

/** 法定节日 by the name that the arrangement of a year gives them, so that a page can name them in its language. */
const holidays = { 元旦: 'newYear', 春节: 'springFestival', 清明: 'qingming', 劳动节: 'labourDay', 端午: 'dragonBoat', 中秋: 'midAutumn', 国庆节: 'nationalDay' } as const;
export const holidayOf = (name: string) => (Object.hasOwn(holidays, name) ? holidays[name as keyof typeof holidays] : undefined);
