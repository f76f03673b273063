import type { Ctx } from '#app/platform/ctx.ts';
import { nationalHotlines } from './model.ts';

/** 求助 of a region, in the language of the page: its numbers, and how it names the grown-up to turn to ('' for the words of the page). */
export async function helpFor(ctx: Ctx): Promise<{ lines: { number: string; what: string }[]; adult: string }> {
  const lines = nationalHotlines.map(({ number, what, whatEn }) => ({ number, what: ctx.locale === 'en' ? whatEn : what }));
  return { lines, adult: '' };
}
