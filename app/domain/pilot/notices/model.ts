/** 公示状态. */
export const noticeStates = ['draft', 'published', 'final'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** 公示条目: stands, or was taken off after an objection. */
export const entryStates = ['standing', 'removed'] as const;
export type EntryState = (typeof entryStates)[number];

/** 异议状态. */
export const objectionStates = ['received', 'under-review', 'answered'] as const;
export type ObjectionState = (typeof objectionStates)[number];

/** 异议结论. */
export const objectionOutcomes = ['upheld', 'dismissed'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];
