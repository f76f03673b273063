/** 评审分配状态. */
export const assignmentStates = ['assigned', 'accepted', 'conflict', 'submitted', 'withdrawn'] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** What may follow what for one expert and one application. */
export const nextAssignmentStates = {
  assigned: ['accepted', 'conflict', 'withdrawn'],
  accepted: ['submitted', 'conflict', 'withdrawn'],
  conflict: [],
  submitted: [],
  withdrawn: [],
} as const satisfies Record<AssignmentState, readonly AssignmentState[]>;

export function canBecome(from: AssignmentState, to: AssignmentState): boolean {
  return (nextAssignmentStates[from] as readonly AssignmentState[]).includes(to);
}

/** 评审结论. */
export const outcomes = ['accepted', 'declined'] as const;
export type Outcome = (typeof outcomes)[number];

/** 专业领域 (s002). */
export const expertFields = [
  'community-building', 'childrens-rights', 'education', 'planning-design', 'policy', 'social-work',
] as const;
export type ExpertField = (typeof expertFields)[number];
