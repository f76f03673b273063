/** 评分表状态: a published one never changes. */
export const rubricStates = ['draft', 'published'] as const;
export type RubricState = (typeof rubricStates)[number];

/** 评分层级: what one mark is given to: a whole section, a norm, or every rule. */
export const itemLevels = ['section', 'norm', 'rule'] as const;
export type ItemLevel = (typeof itemLevels)[number];

/** 达到、部分达到、未达到、不适用; and for the negative list: found, not found. */
export const markLevels = ['met', 'partly', 'not', 'na'] as const;
export const findings = ['clear', 'found'] as const;
export type MarkLevel = (typeof markLevels)[number];
export type Finding = (typeof findings)[number];
export type Level = MarkLevel | Finding;

type Words = { zh: string; en: string };

/** 评分项, with its weight; weights count in proportion to each other, whatever their sum. */
export type RubricItem = Words & { id: string; sectionId: string; weight: number };

/** 必达细则: answered apart from the marks, so that a good total hides none that is unmet. */
export type MustRule = Words & { id: string; sectionId: string };

/** 负面清单: one that is found stops the award, whatever the score. */
export type NegativeItem = Words & { id: string };

/** 评分表的内容. A pass mark of null is one that the office has not decided. */
export type RubricContent = {
  level: ItemLevel;
  sections: (Words & { id: string })[];
  items: RubricItem[];
  mustRules: MustRule[];
  negativeList: NegativeItem[];
  passMark: number | null;
  borderline: number;
  minimumSample: number;
};

/** 一项评分: a level, or at section level a figure in the range of the call. */
export type Mark = { itemId: string; level: Level | null; score: number | null };
export type Range = { from: number; to: number };
export const hundred: Range = { from: 0, to: 100 };

const shares: Record<Level, number | null> = { met: 1, partly: 0.5, not: 0, na: null, found: null, clear: null };

/** 得分率: from 0 to 1; null of what is not applicable, not a mark, or not given. */
export function pointsOf(mark: Pick<Mark, 'level' | 'score'>, range: Range = hundred): number | null {
  if (mark.level !== null) return shares[mark.level];
  return mark.score === null ? null : (mark.score - range.from) / (range.to - range.from);
}

/** 总分: 0 to 100, over what is applicable, by weight; with the must-rules that are not met and the negative items found. */
export type Total = {
  total: number | null;
  bySection: { id: string; total: number | null }[];
  mustNotMet: string[];
  negativeFound: string[];
};

/** 计算总分 of one reviewer's marks. */
export function totalOf(content: RubricContent, marks: readonly Mark[], range: Range = hundred): Total {
  const given = new Map(marks.map((mark) => [mark.itemId, mark]));
  const share = (items: readonly RubricItem[]): number | null => {
    let [sum, weight] = [0, 0];
    for (const item of items) {
      const mark = given.get(item.id);
      const points = mark ? pointsOf(mark, range) : null;
      if (points === null) continue;
      sum += points * item.weight;
      weight += item.weight;
    }
    return weight === 0 ? null : (100 * sum) / weight;
  };
  return {
    total: share(content.items),
    bySection: content.sections.map(({ id }) => ({ id, total: share(content.items.filter((item) => item.sectionId === id)) })),
    mustNotMet: content.mustRules.map(({ id }) => id).filter((id) => ['partly', 'not'].includes(given.get(id)?.level ?? '')),
    negativeFound: content.negativeList.map(({ id }) => id).filter((id) => given.get(id)?.level === 'found'),
  };
}

/** 及格判断: within so many points of the pass mark it is borderline; undecided without a pass mark or a total. */
export function standingOf(content: Pick<RubricContent, 'passMark' | 'borderline'>, total: number | null): 'pass' | 'borderline' | 'fail' | 'undecided' {
  if (content.passMark === null || total === null) return 'undecided';
  if (Math.abs(total - content.passMark) <= content.borderline) return 'borderline';
  return total > content.passMark ? 'pass' : 'fail';
}

/** 负面清单的否决: the items that at least one reviewer found; any stops the award. */
export function negativeFoundBy(content: Pick<RubricContent, 'negativeList'>, reviews: readonly (readonly Pick<Mark, 'itemId' | 'level'>[])[]): NegativeItem[] {
  const found = new Set(reviews.flat().filter(({ level }) => level === 'found').map(({ itemId }) => itemId));
  return content.negativeList.filter(({ id }) => found.has(id));
}

/** 全部要答的项, in the order of the page: items, must-rules that are not items themselves, the negative list. */
export function answersWanted(content: RubricContent): { id: string; part: 'item' | 'must' | 'negative' }[] {
  const items = new Set(content.items.map(({ id }) => id));
  return [
    ...content.items.map(({ id }) => ({ id, part: 'item' as const })),
    ...content.mustRules.filter(({ id }) => !items.has(id)).map(({ id }) => ({ id, part: 'must' as const })),
    ...content.negativeList.map(({ id }) => ({ id, part: 'negative' as const })),
  ];
}

/** 须写说明: whoever says no, not applicable or found says why; so does whoever gives a figure. */
export function needsNote(mark: Pick<Mark, 'level' | 'score'>): boolean {
  return mark.level === null ? mark.score !== null : ['not', 'na', 'found'].includes(mark.level);
}
