/** 儿童保护: reports of suspected harm and the evidence locked with them; cases are another room's. */
export const reportStates = ['open', 'taken', 'closed'] as const;
export type ReportState = (typeof reportStates)[number];

/** 来源: where it was noticed. */
export const reportSources = ['moderation', 'staff', 'public'] as const;
export type ReportSource = (typeof reportSources)[number];

/** 保全依据: why evidence is kept even when everything else of a child is deleted (未成年人保护法 11; 个人信息保护法 47). */
export const holdBasis = 'protection-report';

/** 解除保全: the legal ground is over and the evidence goes; or there was nothing in it, and the words go back to where they were said. */
export const holdEndings = ['over', 'unfounded'] as const;
export type HoldEnding = (typeof holdEndings)[number];

/** 查阅时长: for so many minutes a report stays open for whoever gave a reason. */
export const readingMinutes = 15;

/** 收到之后: the duty person has this long to say that they know; then the next above is told. */
export const acknowledgeHours = 2;
