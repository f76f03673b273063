import type { PlanSource } from '#app/domain/pilot/progress-reports/prefill.ts';

/** 计划任务 for the report of a period: which were done, which are under way, which are late. */
export const planTasksOf: PlanSource = async () => undefined;
