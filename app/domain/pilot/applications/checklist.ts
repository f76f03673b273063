/** 核验清单: what the officer judges by eye, beside the document; `question` is where the applicant mends it. */
export const checklist = [
  { id: 'opinion-issuer', question: 'sealed-opinion' }, // 问答 9: 由街道（乡镇）及以上政府出具
  { id: 'opinion-seal', question: 'sealed-opinion' },
  { id: 'opinion-agrees', question: 'sealed-opinion' },
  { id: 'opinion-date', question: 'sealed-opinion' },
  { id: 'names-match', question: 'unit-name' },
  { id: 'figures-plausible', question: 'population' },
  { id: 'plan-concrete', question: 'tasks' },
] as const;
export type ChecklistItem = (typeof checklist)[number]['id'];

/** 自动检查: what the system can see by itself. */
const automaticIds = [
  'required', 'papers', 'duplicate-unit', 'duplicate-code', 'credit-code', 'region-inside', 'applicant-level', 'children-figures',
] as const;
export type AutomaticId = (typeof automaticIds)[number];

const automaticQuestions: Record<AutomaticId, string> = {
  required: '', papers: 'sealed-opinion', 'duplicate-unit': 'unit-name', 'duplicate-code': 'applicant-code', 'credit-code': 'applicant-code',
  'region-inside': 'unit-name', 'applicant-level': 'applicant-name', 'children-figures': 'population',
};

/** An item is one of the checklist, one automatic check that failed (`auto:`), or one question of the form (`q:`). */
export function questionOf(item: string): string {
  if (item.startsWith('q:')) return item.slice(2);
  if (item.startsWith('auto:')) return automaticQuestions[item.slice(5) as AutomaticId] ?? '';
  return checklist.find(({ id }) => id === item)?.question ?? '';
}

/** Whether such an item exists for a form with these questions. */
export function isItem(item: string, questionIds: readonly string[]): boolean {
  if (item.startsWith('q:')) return questionIds.includes(item.slice(2));
  if (item.startsWith('auto:')) return (automaticIds as readonly string[]).includes(item.slice(5));
  return checklist.some(({ id }) => id === item);
}

/** 待判断: every item of the list and every automatic check that failed needs a verdict before the application passes. */
export function itemsToJudge(failed: readonly AutomaticId[]): string[] {
  return [...failed.map((id) => `auto:${id}`), ...checklist.map(({ id }) => id)];
}
