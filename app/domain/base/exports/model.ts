/** 可导出的名单: every list of the desk; each has its definition in app/jobs/lists. */
export const listNames = [
  'applications', 'calls', 'organisations', 'experts', 'review-table', 'ranking', 'recommendations', 'notices', 'notice-entries', 'objections',
  'assignment-plan', 'scores', 'records', 'regions', 'accounts', 'invitations', 'pilots', 'certificates', 'self-assessments', 'construction-plans', 'progress-reports', 'evaluations', 'reassessments', 'spot-picks', 'visits', 'cases', 'spaces', 'walks', 'suggestions', 'alerts',
] as const;
export type ListName = (typeof listNames)[number];

export const formats = ['xlsx', 'csv'] as const;
export type Format = (typeof formats)[number];

/** 导出状态: waits for its turn or is being written; ready; could not be made; its time is over. */
export const exportStates = ['waiting', 'ready', 'refused', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];

/** A list of at most this many rows is written while the person waits. */
export const atOnceRows = 2000;

/** 保留天数: after this many days the file goes; whoever needs it again orders it again. */
export const keptDays = 7;

/** How many one person may have waiting at a time. */
export const mostWaiting = 5;

/** What one sheet of a workbook can hold, the head included. */
export const mostSheetRows = 1_048_576;

/** 单元格: a text or a number; nothing is an empty cell. */
export type Cell = string | number | null;
export type Column = { title: string; width: number };

export const mediaTypes: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
