import { rulesOf, inLanguage, type Edition } from '#app/domain/base/standard/model.ts';
import type { Which } from '#app/domain/pilot/self-assessment/held.ts';
import type { Unfinished } from '#app/domain/pilot/self-assessment/model.ts';
import type { AssessmentWords } from '#app/i18n/self-assessment.ts';
import { sectionAddress } from './which.ts';

type Where = { edition: Pick<Edition, 'sections'>; which: Which; locale: string; here?: string | undefined };

/** Rules as lines with links to where they are filled in. */
export function ruleLines(ids: readonly string[], { edition, which, locale, here }: Where, noteOf: (ruleId: string) => string = () => '') {
  const rules = new Map(rulesOf(edition).map((rule) => [rule.id, rule]));
  return ids.map((id) => {
    const rule = rules.get(id)!;
    const note = noteOf(id);
    return {
      href: rule.section.id === here ? `#${id}` : sectionAddress(which, rule.section.id, id),
      label: `${id} ${inLanguage(rule, locale)}`, note: note ? `${locale === 'en' ? ' – ' : '：'}${note}` : '',
    };
  });
}

/** 还没填完的 as lines. */
export const lackLines = (lacks: readonly Unfinished[], where: Where, words: AssessmentWords) =>
  ruleLines(lacks.map(({ ruleId }) => ruleId), where, (id) => words.why[lacks.find(({ ruleId }) => ruleId === id)!.why]);

/** 完成多少, in per cent of the rules. */
export const percentOf = (lacks: number, rules: number) => (rules === 0 ? 0 : Math.round((100 * (rules - lacks)) / rules));
