import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { addWorkdays, isWorkday } from '#app/domain/base/calendar/read.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { applications } from './tables.server.ts';
import { tellApplicants } from './tell-applicants.ts';

/** 核验到期提醒: on working days, each officer hears once how many checks are due by the next working day and how many are late. */
export async function remindOffice(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  if (!(await isWorkday(ctx, today))) return '';
  const next = await addWorkdays(ctx, today, 1);
  const { rows } = await ctx.db.execute<{ region: string; due: number; late: number }>(sql`
    select left(region_code, 6) as region, count(*) filter (where check_due_on >= ${today})::int as due, count(*) filter (where check_due_on < ${today})::int as late
    from ${applications} where status = 'submitted' and check_due_on <= ${next} group by 1`);
  const byPerson = new Map<string, { due: number; late: number }>();
  for (const { region, due, late } of rows) {
    for (const person of await whoMay(ctx, 'application.check', region)) {
      const sum = byPerson.get(person) ?? { due: 0, late: 0 };
      byPerson.set(person, { due: sum.due + due, late: sum.late + late });
    }
  }
  for (const [person, sum] of byPerson) {
    await tell(ctx, [person], 'check-due', sum, `/desk/applications?tab=${sum.late > 0 ? 'overdue' : 'to-check'}`, `check-due-${today}`);
  }
  return String(byPerson.size);
}

/** 补正到期提醒: applicants hear the day before the last day to answer a return, and once when it is over. */
export async function remindApplicants(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  const returned = eq(applications.status, 'returned');
  const soon = await ctx.db.select({ id: applications.id, day: applications.answerDueOn }).from(applications).where(and(returned, inArray(applications.answerDueOn, [today, addDays(today, 1)]))).limit(10_000);
  const late = await ctx.db.select({ id: applications.id, day: applications.answerDueOn }).from(applications).where(and(returned, lt(applications.answerDueOn, today))).limit(10_000);
  for (const { id, day } of soon) await tellApplicants(ctx, id, 'answer-due', `answer-due-${id}-${day}`);
  for (const { id, day } of late) await tellApplicants(ctx, id, 'answer-late', `answer-late-${id}-${day}`);
  return `${soon.length} ${late.length}`;
}
