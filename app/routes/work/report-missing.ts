import type { ReportWords } from '#app/i18n/reports.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { anchorOf, said } from '#app/routes/apply/form/words-of.ts';
import type { Asked } from './report-question.ts';

/** 还缺的各项, each a link to its field. */
export function missingLines(questions: readonly Asked[], words: ReportWords, locale: Locale) {
  return questions.flatMap(({ id, label, lack }) =>
    lack ? [{ href: `#${anchorOf(id)}`, label: said(label, locale), note: `${locale === 'en' ? ' – ' : '：'}${words.lacks[lack]}` }] : [],
  );
}
