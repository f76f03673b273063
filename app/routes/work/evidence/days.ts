import type { EvidenceWords } from '#app/i18n/evidence.ts';
import { shortDay } from '#app/platform/dates.ts';

/** 有效期 in words. */
export function daysOf(words: EvidenceWords, locale: string, { validFrom, validTo }: { validFrom: string; validTo: string | null }): string {
  return validTo ? words.until(shortDay(validFrom, locale), shortDay(validTo, locale)) : words.since(shortDay(validFrom, locale));
}
