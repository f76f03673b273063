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

/** 退回的各项 as lines with links: each reason of the office, at the question that mends it. */
export function returnedLines(set: QuestionSet, returned: readonly { item: string; reason: string }[], id: string, words: ApplyWords, locale: Locale) {
  return returned.map(({ item, reason }) => {
    const section = set.sections.find((one) => one.questions.some((question) => question.id === item));
    const question = section?.questions.find((one) => one.id === item);
    return {
      href: `/apply/${id}/${section?.id ?? 'check'}${section ? `#${anchorOf(item)}` : ''}`,
      label: question ? said(question.label, locale) : words.form.wholeForm,
      note: `${locale === 'en' ? ' – ' : '：'}${reason}`,
    };
  });
}

/** 还缺几项，或者都有了: the head of the box of what is missing. */
export function standingTitle(lacks: number, isReturned: boolean, words: ApplyWords): string {
  if (lacks > 0) return words.form.missing(lacks);
  return isReturned ? words.form.completeAgain : words.form.complete;
}

/** Where a value that was filled in comes from, in words. */
export function sourceWords(source: string, words: ApplyWords): string | undefined {
  if (source === '') return undefined;
  const [kind, number] = source.split(':');
  const name = kind === 'application' ? words.form.fromApplication(number ?? '') : words.form.sources[kind!];
  return name ? words.form.known(name) : undefined;
}
