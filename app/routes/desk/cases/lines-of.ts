import type { CaseContent } from '#app/domain/pilot/case-library/model.ts';
import type { casesWords } from '#app/i18n/cases.ts';

type Words = (typeof casesWords)['zh-CN'];

/** 案例的各项 as lines of text, in the order of the form, so that two versions can stand side by side. */
export function linesOf(content: CaseContent, words: Words, day: (value: string) => string): { name: string; text: string }[] {
  const { title, titleEn, summary, summaryEn, problem, action, lessons, cost, funding, startedOn, months, partners, ruleIds, tags, ages, outcomes } = content;
  return Object.entries({
    title, titleEn, summary, summaryEn, problem, action,
    outcomes: outcomes.map(({ what, before, after, unit }) => `${what}：${before ?? words.noBefore} → ${after} ${unit}`.trim()).join('\n'),
    lessons, cost: words.cost(cost), months: months ? words.months(months) : '', startedOn: day(startedOn), funding,
    partners: partners.map(({ name, role }) => (role ? `${name}（${role}）` : name)).join('\n'),
    tags: tags.map((tag) => words.tags[tag]).join('、'), ages: ages.map((age) => words.ages[age]).join('、'), ruleIds: ruleIds.join(' '),
  }).map(([name, text]) => ({ name, text }));
}
