import type { Fault } from '#app/domain/base/imports/model.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import type { Locale } from '#app/platform/ctx.ts';

/** 错误 in one sentence, with its cell and column: C7 统一社会信用代码：…; a row that was refused says why. */
export function faultSentence({ cell, column, code, figures = [] }: Fault, locale: Locale): string {
  const { wrong, heads, fault } = sheetsWords[locale].imports;
  const sentences: Record<string, (figures: string[]) => string> = wrong;
  const sentence = sentences[code]?.(figures) ?? refusalSentence(code, locale);
  return fault([cell, (heads as Record<string, string>)[column] ?? ''].filter(Boolean).join(' '), sentence);
}
