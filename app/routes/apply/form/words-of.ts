import type { ApplyWords } from '#app/i18n/apply.ts';
import type { Lack } from '#app/domain/pilot/applications/missing.ts';
import { questionsOf, type QuestionSet, type Words } from '#app/domain/pilot/calls/model.ts';
import type { Locale } from '#app/platform/ctx.ts';

/** The words of a question set in the language of the page. */
export function said(words: Words, locale: Locale): string {
  return locale === 'en' ? words.en : words.zh;
}

/** The place of a question on its page. */
export const anchorOf = (questionId: string) => `q-${questionId}`;

/** 缺项 as lines with links, in the language of the page. */
export function lackLines(set: QuestionSet, lacks: readonly Lack[], id: string, here: string | undefined, words: ApplyWords, locale: Locale) {
  const questions = new Map(questionsOf(set).map((question) => [question.id, question]));
  const parts = new Map(set.sections.map((section) => [section.id, section]));
  return lacks.map((lack) => {
    const question = questions.get(lack.questionId)!;
    const isHere = lack.sectionId === here;
    const why = words.lacks[lack.why](lack.figure ?? '');
    return {
      href: `${isHere ? '' : `/apply/${id}/${lack.sectionId}`}#${anchorOf(lack.questionId)}`,
      label: said(question.label, locale),
      note: `${locale === 'en' ? ' – ' : '：'}${why}${isHere ? '' : (locale === 'en' ? ' ' : '') + words.form.missingIn(said(parts.get(lack.sectionId)!.title, locale))}`,
    };
  });
}

/** Where a value that was filled in comes from, in words. */
export function sourceWords(source: string, words: ApplyWords): string | undefined {
  if (source === '') return undefined;
  const [kind, number] = source.split(':');
  const name = kind === 'application' ? words.form.fromApplication(number ?? '') : words.form.sources[kind!];
  return name ? words.form.known(name) : undefined;
}
