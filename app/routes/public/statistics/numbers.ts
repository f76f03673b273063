import type { Locale } from '#app/platform/ctx.ts';

/** 一位小数 of a score or a share; a dash where there is none. */
export const tenth = (value: number | null | undefined): string => (value === null || value === undefined ? '—' : (Math.round(value * 10) / 10).toFixed(1));

export const many = (value: number, locale: Locale): string => value.toLocaleString(locale === 'en' ? 'en' : 'zh-CN');

/** 深浅: which step of the ramp a mean stands on. */
export const heatBounds = [1, 40, 60, 75, 90] as const;
export const heatOf = (mean: number | null | undefined): string => (mean === null || mean === undefined ? 'out' : `l${heatBounds.filter((bound) => mean >= bound).length}`);
