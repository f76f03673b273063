import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { change, type Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { formOn } from './form-in-force.ts';
import { nextSpan, type Prefilled } from './model.ts';
import { type PlanSource, prefillFor } from './prefill.ts';
import { progressReports, reportAnswers } from './tables.server.ts';

/** 到期要报告: for every pilot whose period is over a report is opened, filled in as far as anything is known; run twice it opens nothing twice. */
export async function openReports(ctx: Ctx, plan?: PlanSource): Promise<string> {
  const today = beijingDay(ctx.now);
  const form = await formOn(ctx, today);
  const last = ctx.db
    .select({ pilotId: progressReports.pilotId, until: sql<string>`max(${progressReports.untilOn})`.as('until') })
    .from(progressReports)
    .groupBy(progressReports.pilotId)
    .as('last_report');
  const standing = (after: string, most: number) =>
    ctx.db
      .select({ id: pilots.id, regionCode: pilots.regionCode, since: pilots.since, until: last.until })
      .from(pilots)
      .leftJoin(last, eq(last.pilotId, pilots.id))
      .where(and(eq(pilots.state, 'pilot'), gt(pilots.id, after)))
      .orderBy(asc(pilots.id))
      .limit(most);
  let opened = 0;
  for await (const batch of inBatches(standing)) {
    for (const pilot of batch) {
      const span = nextSpan(pilot.since, pilot.until ?? undefined, form.content.everyMonths, today);
      if (!span) continue;
      await change(ctx, async (tx) => {
        const about = { regionCode: pilot.regionCode, pilotId: pilot.id, ...span };
        const id = await openOne(tx, about, form, addDays(today, form.content.dueDays));
        const known = await prefillFor(tx, form.content, about, plan);
        await fillIn(tx, id, about.regionCode, known);
        opened += 1;
        await tx.record('report.asked', { id, regionCode: pilot.regionCode }, { ...span, prefilled: known.size, of: form.content.questions.length });
      });
    }
  }
  return String(opened);
}

type Form = Awaited<ReturnType<typeof formOn>>;

async function openOne(tx: Change, about: { regionCode: string; pilotId: string; from: string; until: string }, form: Form, dueOn: string): Promise<string> {
  const [row] = await tx.db
    .insert(progressReports)
    .values({
      countyCode: countyCode(about.regionCode), regionCode: about.regionCode, pilotId: about.pilotId, fromOn: about.from, untilOn: about.until, dueOn,
      form: form.content, formId: form.id, openedAt: tx.now,
    })
    .returning({ id: progressReports.id });
  return row!.id;
}

/** 填入已知: only where nobody has written anything yet. */
export async function fillIn(tx: Change, reportId: string, regionCode: string, known: ReadonlyMap<string, Prefilled>): Promise<void> {
  if (known.size === 0) return;
  const rows = [...known].map(([questionId, prefilled]) => ({
    countyCode: countyCode(regionCode), reportId, questionId, value: prefilled.value, prefilled, rivals: [], savedBy: 'system', savedByName: '', savedAt: tx.now,
  }));
  await tx.db
    .insert(reportAnswers)
    .values(rows)
    .onConflictDoUpdate({
      target: [reportAnswers.countyCode, reportAnswers.reportId, reportAnswers.questionId],
      set: { value: sql`excluded.value`, prefilled: sql`excluded.prefilled`, savedAt: sql`excluded.saved_at` },
      setWhere: sql`${reportAnswers.savedBy} = 'system'`,
    });
}

