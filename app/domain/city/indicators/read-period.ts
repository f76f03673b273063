import type { Frequency } from './model.ts';
import { openPeriod, periodOf } from './period.ts';
import { halfWidth } from './read-number.ts';

const digits = '〇零一二三四五六七八九十';
const spoken = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '十一' || text === '十二') return text === '十一' ? 11 : 12;
  const place = digits.indexOf(text);
  return place <= 1 ? 0 : place - 1;
};

/** 读期次, of the years that periods are kept for: 2025、2025年、2025Q2、2025年第二季度、上半年、2025-06、2025年6月30日, as the period they lie in at this frequency. */
export function readPeriod(text: string, frequency: Frequency): number | undefined {
  const period = readIn(text, frequency);
  return period !== undefined && openPeriod(period) ? period : undefined;
}

function readIn(text: string, frequency: Frequency): number | undefined {
  const plain = halfWidth(text).toLowerCase();
  const year = /^((?:19|20)\d{2})(.*)$/.exec(plain);
  if (!year) return undefined;
  const rest = year[2]!.replace(/^(年|年度)/, '').replace(/度$/, '');
  const found = partOf(rest);
  if (!found) return undefined;
  const [own, nth] = found;
  if (own === 'annual') return frequency === 'annual' ? periodOf(Number(year[1])) : undefined;
  if (own === frequency) return periodOf(Number(year[1]), frequency, nth);
  return own === 'month' ? ofMonth(Number(year[1]), nth, frequency) : undefined;
}

function partOf(rest: string): [Frequency, number] | undefined {
  if (rest === '' || rest === '全年') return ['annual', 1];
  const half = /^(上|下)半年$|^h([12])$/.exec(rest);
  if (half) return ['half-year', half[1] === '下' || half[2] === '2' ? 2 : 1];
  const quarter = /^第?([一二三四1-4])季$|^q([1-4])$/.exec(rest);
  if (quarter) return ['quarter', spoken(quarter[1] ?? quarter[2]!)];
  const month = /^[-/.]?(十[一二]|[一二三四五六七八九十]|\d{1,2})(?:月|[-/.]\d{1,2}|月\d{1,2}日?)?$/.exec(rest);
  const nth = month ? spoken(month[1]!) : 0;
  return nth >= 1 && nth <= 12 ? ['month', nth] : undefined;
}

/** A month says which quarter or half it ends; only December ends a year. */
function ofMonth(year: number, month: number, frequency: Frequency): number | undefined {
  const length = { annual: 12, 'half-year': 6, quarter: 3, month: 1 }[frequency];
  return month % length === 0 ? periodOf(year, frequency, month / length) : undefined;
}
