import { and, asc, eq, gte, inArray, lte, or, sql } from 'drizzle-orm';
import { reportWords } from '#app/i18n/reports.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isOverdue } from './model.ts';
import { constructionPlans, planTasks } from './tables.server.ts';

/** 一期的建设任务 for the progress report: what was done in it, what is under way, what is late; nothing without a plan in force. */
export async function tasksForReport(ctx: Ctx, regionCode: string, { from }: { from: string }): Promise<{ value: string; what: string; day: string } | undefined> {
  const county = countyCode(regionCode);
  const today = beijingDay(ctx.now);
  const rows = await ctx.db
    .select({ title: planTasks.title, state: planTasks.state, dueOn: planTasks.dueOn, doneOn: planTasks.doneOn, outcome: planTasks.outcome, updatedAt: planTasks.updatedAt })
    .from(planTasks)
    .innerJoin(constructionPlans, and(eq(constructionPlans.countyCode, planTasks.countyCode), eq(constructionPlans.id, planTasks.planId)))
    .where(and(
      eq(planTasks.countyCode, county), eq(constructionPlans.regionCode, regionCode), eq(constructionPlans.state, 'in-force'),
      or(and(eq(planTasks.state, 'done'), gte(planTasks.doneOn, from)), eq(planTasks.state, 'under-way'), and(inArray(planTasks.state, ['planned']), lte(planTasks.dueOn, today))),
    ))
    .orderBy(sql`${planTasks.state} = 'done' desc`, asc(planTasks.dueOn), asc(planTasks.position))
    .limit(60);
  if (rows.length === 0) return undefined;
  const { task } = reportWords[ctx.locale];
  const newest = rows.map(({ updatedAt }) => beijingDay(updatedAt)).toSorted().at(-1)!;
  const lineOf = (row: (typeof rows)[number]) => {
    if (row.state === 'done') return task.done(row.title, row.doneOn ?? '', row.outcome);
    return isOverdue(row, today) ? task.late(row.title, row.dueOn) : task.underWay(row.title, row.dueOn);
  };
  return { value: rows.map(lineOf).join('\n'), what: String(rows.length), day: newest };
}
