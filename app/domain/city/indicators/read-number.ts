import type { Unit } from './model.ts';

/** 读出的数: its value in the unit; `isShare` where 0.95 was read as 95 %. Null is said to be missing, which is not nought. */
export type Read = { value: number | null; isShare?: true } | { problem: NumberProblem };
export type NumberProblem = 'number-unreadable' | 'number-is-date' | 'number-not-exact' | 'number-negative' | 'number-one-unclear' | 'number-wrong-sign' | 'number-range' | 'number-blanks';

/** What offices write where there is no figure. */
const missing = new Set(['', '-', '--', '—', '——', '–', '/', '\\', '无', '暂无', '缺', '未报', '未统计', 'n/a', 'na', 'null', 'none', '…']);
/** Words that may stand behind a figure of the unit. */
const counters: Partial<Record<Unit, readonly string[]>> = {
  count: ['个', '项', '处', '所', '条', '场', '期', '座', '套', '种', '类', '家', 'items'], persons: ['人', '名', '位', 'persons'], 'person-times': ['人次', 'attendances'],
  households: ['户', 'households'], schools: ['所', '个', 'schools'], classes: ['个', '班', '个班', 'classes'], days: ['天', '日', 'days'], '10k-items': ['万条', '万件'],
};
const shares: Partial<Record<Unit, { sign: string; per: number }>> = { percent: { sign: '%', per: 100 }, permille: { sign: '‰', per: 1000 } };

/** 半角: digits, signs and letters as a keyboard of the West types them; without blanks. */
export function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! - 0xfee0)).replaceAll('，', ',').replace(/[−﹣]/g, '-').replaceAll('％', '%').replace(/[\s\u3000\u00a0]+/g, '');
}

/** 断开的数: blanks between digits part a figure, unless every one of them parts thousands, as 1 234 does. */
export function isTorn(text: string): boolean {
  const plain = text.replace(/[！-～]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! - 0xfee0)).trim();
  return /[\d.,]\s+[\d.,]/.test(plain) && !/^[-+]?\d{1,3}(?:\s\d{3})+(?![\d,]|\s+[\d.,])/.test(plain);
}

/** 读数: what somebody typed or a cell holds, as a figure of the unit; 0.95, 95 and 95% are one share. */
export function readNumber(text: string, unit: Unit): Read {
  const plain = halfWidth(text).toLowerCase().replace(/^百分之(\d+(?:\.\d+)?)$/, '$1%').replace(/(?<=\d)(?:percent|percentage|pct)$/, '%');
  if (missing.has(plain)) return { value: null };
  if (isDate(plain)) return { problem: 'number-is-date' };
  if (/^(约|近|超|逾|大约|不少于|至少)|(余|多|左右|以上|以下)/.test(plain) || /^[<>≥≤~]=?\d/.test(plain)) return { problem: 'number-not-exact' };
  if (/\d[%‰]?[-~—–至到]+\d/.test(plain)) return { problem: 'number-range' };
  if (isTorn(text)) return { problem: 'number-blanks' };
  const match = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(万|亿)?(.*)$/.exec(plain);
  if (!match) return { problem: 'number-unreadable' };
  const [, sign, whole, part = '', thousands, behind] = match as unknown as [string, string, string, string | undefined, string | undefined, string];
  const value = Number(`${sign}${whole.replaceAll(',', '')}${part}`) * (thousands === '万' ? 1e4 : thousands === '亿' ? 1e8 : 1);
  if (!Number.isFinite(value) || Math.abs(value) > 1e15) return { problem: 'number-unreadable' };
  const share = shares[unit];
  if (share) return asShare(value, behind, share, part);
  if (behind === '%' || behind === '‰') return { problem: 'number-wrong-sign' };
  if (behind !== '' && !counters[unit]?.includes(behind)) return { problem: 'number-unreadable' };
  return value < 0 ? { problem: 'number-negative' } : { value: tidy(value) };
}

/** A bare figure below one is the share itself: 0.95 is 95 %; a bare 1 could be either and is asked about. */
function asShare(value: number, behind: string, { sign, per }: { sign: string; per: number }, part: string): Read {
  if (behind === '%' || behind === '‰') return { value: tidy(value * (per / (behind === '%' ? 100 : 1000))) };
  if (behind !== '') return { problem: 'number-unreadable' };
  if (sign === '%' && value === 1) return { problem: 'number-one-unclear' };
  if (sign === '%' && part !== '' && value > 0 && value < 1) return { value: tidy(value * per), isShare: true };
  return { value };
}

function isDate(plain: string): boolean {
  return /^\d{4}[-/.年]\d{1,2}([-/.月](\d{1,2}日?)?)?$/.test(plain) && !/^\d{4}\.\d{1,2}$/.test(plain) ? true : /^\d{1,2}月(\d{1,2}日)?$/.test(plain) || /^\d{4}年$/.test(plain);
}

const tidy = (value: number) => Number(value.toPrecision(12));
