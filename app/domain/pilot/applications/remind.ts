import { and, asc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { addWorkdays, isWorkday } from '#app/domain/base/calendar/read.ts';
import { tellEach } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { applications } from './tables.server.ts';
import { saidOf, tellPeople } from './tell-applicants.ts';

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
  await tellEach(ctx, 'check-due', [...byPerson].map(([userId, sum]) => ({
    userId, params: sum, link: `/desk/applications?tab=${sum.late > 0 ? 'overdue' : 'to-check'}`, cause: `check-due-${today}`,
  })));
  return String(byPerson.size);
}

/** 补正到期提醒: applicants hear the day before the last day to answer a return, and once when it is over. */
export async function remindApplicants(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  const soon = await remind(ctx, 'answer-due', inArray(applications.answerDueOn, [today, addDays(today, 1)]));
  const late = await remind(ctx, 'answer-late', lt(applications.answerDueOn, today));
  return `${soon} ${late}`;
}

async function remind(ctx: Ctx, kind: 'answer-due' | 'answer-late', due: SQL): Promise<number> {
  const returned = (after: string, most: number) =>
    saidOf(ctx)
      .where(and(eq(applications.status, 'returned'), due, gt(applications.id, after)))
      .orderBy(asc(applications.id))
      .limit(most);
  let told = 0;
  for await (const batch of inBatches(returned)) {
    told += await tellPeople(ctx, kind, batch.map(({ id, ...params }) => ({ id, params, link: `/apply/${id}`, cause: `${kind}-${id}-${params.day}` })));
  }
  return told;
}
