/** 试点申报: a government puts itself or one of its communities forward as a pilot. */
export const statuses = ['draft', 'submitted', 'returned', 'complete', 'in-review', 'accepted', 'declined'] as const;
export type Status = (typeof statuses)[number];

/** What may follow what. A step that is not listed cannot happen. */
const nextStatuses = {
  draft: ['submitted'],
  submitted: ['draft', 'returned', 'complete'], // 撤回, 资料核验
  returned: ['submitted'],
  complete: ['in-review'],
  'in-review': ['accepted', 'declined'], // 专家评审
  accepted: ['declined'], // 复议改变结果
  declined: ['accepted'],
} as const satisfies Record<Status, readonly Status[]>;

/** 状态流转: whether an application may go from one status to the other. */
export function canMove(from: Status, to: Status): boolean {
  return (nextStatuses[from] as readonly Status[]).includes(to);
}

/** Whether answers and papers may be changed now. */
export function isOpen(status: Status): boolean {
  return status === 'draft' || status === 'returned';
}

/** 自查程度: met, partly, not yet. */
export const selfCheckLevels = ['met', 'partly', 'not-yet'] as const;
export type SelfCheckLevel = (typeof selfCheckLevels)[number];

/** 核验结论 of one item. */
export const verdicts = ['ok', 'return'] as const;
export type Verdict = (typeof verdicts)[number];

/** What the papers of one application may weigh together. */
export const mostOfPapers = 200 * 1024 * 1024;

/** 儿童年龄段: the questions, and the facts of a community, that together count its children. */
export const childrenBands = ['children-0-3', 'children-4-6', 'children-7-12', 'children-13-18'] as const;
