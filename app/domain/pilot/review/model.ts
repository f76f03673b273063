import { beijingDay } from '#app/platform/dates.ts';

/** 评审分配状态. */
export const assignmentStates = ['assigned', 'accepted', 'conflict', 'submitted', 'withdrawn'] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** What may follow what for one expert and one application. */
const nextAssignmentStates = {
  assigned: ['accepted', 'conflict', 'withdrawn'],
  accepted: ['submitted', 'conflict', 'withdrawn'],
  conflict: [],
  submitted: [],
  withdrawn: [],
} as const satisfies Record<AssignmentState, readonly AssignmentState[]>;

/** 任务流转: whether an assignment may go from one state to the other. */
export function canBecome(from: AssignmentState, to: AssignmentState): boolean {
  return (nextAssignmentStates[from] as readonly AssignmentState[]).includes(to);
}

/** 评审结论. */
export const outcomes = ['accepted', 'declined'] as const;
export type Outcome = (typeof outcomes)[number];

/** Whether the application lies open to its expert: accepted, and not set aside because of a tie that arose. */
export function isOpened({ state, setAsideAt }: { state: AssignmentState; setAsideAt: Date | null }): boolean {
  return setAsideAt === null && (state === 'accepted' || state === 'submitted');
}

/** Whether a review still waits for its expert. */
export function isUnfinished(state: AssignmentState): boolean {
  return state === 'assigned' || state === 'accepted';
}

/** 逾期提交: submitted after the Beijing day it was due; it counts all the same, and says so. */
export function isLateBy({ dueOn, submittedAt }: { dueOn: string | null; submittedAt: Date | null }): boolean {
  return dueOn !== null && submittedAt !== null && beijingDay(submittedAt) > dueOn;
}

/** 均分: of what there is; null of nothing. */
export function mean(figures: readonly number[]): number | null {
  return figures.length === 0 ? null : figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}

/** 分差: how far the highest and the lowest lie apart. */
export function spread(figures: readonly number[]): number | null {
  return figures.length === 0 ? null : Math.max(...figures) - Math.min(...figures);
}

/** Two decimals, as scores are kept. */
export function rounded(figure: number | null): number | null {
  return figure === null ? null : Math.round(figure * 100) / 100;
}
