import { tasksForReport } from '#app/domain/pilot/consulting/tasks-for-report.ts';
import type { PlanSource } from '#app/domain/pilot/progress-reports/prefill.ts';

/** 计划任务 for the report of a period: rooms that come after the reports hand in what they know. */
export const planTasksOf: PlanSource = tasksForReport;
