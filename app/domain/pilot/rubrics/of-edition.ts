import type { Edition, Words } from '#app/domain/base/standard/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import type { ItemLevel, RubricContent, RubricItem } from './model.ts';

/** 评分表的缺省: what is not in the edition itself. `mustBasis` picks the must-rules by what they rest on. */
export type RubricDefaults = Pick<RubricContent, 'level' | 'negativeList' | 'passMark' | 'borderline' | 'minimumSample'> & { mustBasis: string[] };

/** 由规范版本生成评分表: every item of the level weighs as much as the rules it stands for, so the level does not shift the balance. */
export function rubricOf(edition: Pick<Edition, 'sections'>, { mustBasis, ...defaults }: RubricDefaults): RubricContent {
  const rules = rulesOf(edition).filter(({ kind, basis }) => kind === 'must' && mustBasis.includes(basis));
  return {
    ...defaults,
    sections: edition.sections.map(worded),
    items: itemsOf(edition, defaults.level),
    mustRules: rules.map((rule) => ({ ...worded(rule), sectionId: rule.section.id })),
  };
}

/** 评分项 of an edition at one level. */
export function itemsOf(edition: Pick<Edition, 'sections'>, level: ItemLevel): RubricItem[] {
  return edition.sections.flatMap((section): RubricItem[] => {
    if (level === 'section') return [{ ...worded(section), sectionId: section.id, weight: 1 }];
    if (level === 'norm') return section.norms.map((norm) => ({ ...worded(norm), sectionId: section.id, weight: norm.rules.length }));
    return section.norms.flatMap((norm) => norm.rules.map((rule) => ({ ...worded(rule), sectionId: section.id, weight: 1 })));
  });
}

/** 板块评分: how a call without a rubric of its own is scored, a figure and a comment for each section, all alike. */
export function fiveSections(sections: readonly (Words & { id: string })[]): RubricContent {
  return {
    level: 'section',
    sections: sections.map(worded),
    items: sections.map((section) => ({ ...worded(section), sectionId: section.id, weight: 1 })),
    mustRules: [], negativeList: [], passMark: null, borderline: 0, minimumSample: 6,
  };
}

function worded({ id, zh, en }: Words & { id: string }) {
  return { id, zh, en };
}
