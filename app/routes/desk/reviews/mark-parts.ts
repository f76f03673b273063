import { missingIn, type NotedMark } from '#app/domain/pilot/review/marks.ts';
import { answersWanted, type RubricContent } from '#app/domain/pilot/rubrics/model.ts';

type Words = { zh: string; en: string };
export type AskedRule = Words & { id: string; kind: string; normId: string; sectionId: string };
export type MarkLine = Words & { id: string; part: 'item' | 'must' | 'negative'; isMust: boolean; rules: AskedRule[] };
export type MarkGroup = { id: string; part: MarkLine['part']; words: Words | null; lines: MarkLine[] };

/** 评分清单: the items by section, then the must-rules apart, then the negative list; each item with the rules it stands for. */
export function groupsOf(rubric: RubricContent, rules: readonly AskedRule[]): MarkGroup[] {
  const must = new Set(rubric.mustRules.map(({ id }) => id));
  const parts = new Map(answersWanted(rubric).map(({ id, part }) => [id, part]));
  const under = (id: string) => (rubric.level === 'rule' ? [] : rules.filter((rule) => (rubric.level === 'norm' ? rule.normId : rule.sectionId) === id));
  const line = (one: Words & { id: string }, part: MarkLine['part'], own: AskedRule[]): MarkLine => ({ id: one.id, zh: one.zh, en: one.en, part, isMust: must.has(one.id), rules: own });
  const groups: MarkGroup[] = rubric.sections.map((section) => ({
    id: section.id, part: 'item', words: rubric.level === 'section' ? null : section,
    lines: rubric.items.filter(({ sectionId }) => sectionId === section.id).map((item) => line(item, 'item', under(item.id))),
  }));
  const apart = rubric.mustRules.filter(({ id }) => parts.get(id) === 'must').map((rule) => line(rule, 'must', []));
  const negative = rubric.negativeList.map((item) => line(item, 'negative', []));
  return [...groups, { id: 'must', part: 'must' as const, words: null, lines: apart }, { id: 'negative', part: 'negative' as const, words: null, lines: negative }].filter(({ lines }) => lines.length > 0);
}

/** 还缺什么 by item, for the marks on the page. */
export function lacksOf(rubric: RubricContent, marks: ReadonlyMap<string, NotedMark>): Map<string, 'answer' | 'note'> {
  return new Map(missingIn(rubric, [...marks.values()]).map(({ itemId, lacks }) => [itemId, lacks]));
}
