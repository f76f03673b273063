import type { Frequency } from '#app/domain/city/indicators/model.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import type { Span } from './model.ts';

/** How many figures a year may hold: those of the parts asked for, or whatever an indicator of that frequency may have. */
const parts: Record<Frequency, number> = { annual: 1, 'half-year': 2, quarter: 4, month: 12 };
const inYear = (frequency: Frequency, span: Span): number => (span === 'year' || span === 'all' ? parts[frequency] + Number(frequency !== 'annual') : parts[span]);

/** 问题有多大: how many figures may have to be read for it, whether they are there or not. */
export function sizeOf({ indicators, regions, years, groups, span }: { indicators: readonly Pick<Indicator, 'definition'>[]; regions: number; years: number; groups: number; span: Span }): number {
  return indicators.reduce((sum, { definition }) => sum + inYear(definition.frequency, span), 0) * regions * years * groups;
}
