import { openPeriod } from '#app/domain/city/indicators/period.ts';
import type { Locale } from '#app/platform/ctx.ts';

/** 期次的名字: 2025 年, 2025 年第三季度, 2025 年 6 月. */
export function periodName(period: number, locale: Locale): string {
  const { year, frequency, nth } = openPeriod(period)!;
  if (locale === 'en') return { annual: `${year}`, 'half-year': `${year} H${nth}`, quarter: `${year} Q${nth}`, month: `${year}-${String(nth).padStart(2, '0')}` }[frequency];
  return { annual: `${year} 年`, 'half-year': `${year} 年${nth === 1 ? '上' : '下'}半年`, quarter: `${year} 年第${'一二三四'[nth - 1]}季度`, month: `${year} 年 ${nth} 月` }[frequency];
}
