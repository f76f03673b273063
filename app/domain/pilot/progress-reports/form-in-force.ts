import { desc, lte } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { askingAgain } from '#app/domain/base/burden/already-known.ts';
import { factKeys } from '#app/domain/base/evidence/facts.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { firstForm } from './first-form.ts';
import type { ReportFormInput } from './input.ts';
import type { ReportFormContent, ReportQuestion } from './model.ts';
import { reportForms } from './tables.server.ts';

/** 现行报告表 on a day, with the id under which reports remember it. */
export async function formOn(ctx: Ctx, day: string): Promise<{ id: string; content: ReportFormContent }> {
  const [row] = await ctx.db
    .select({ id: reportForms.id, content: reportForms.content })
    .from(reportForms)
    .where(lte(reportForms.effectiveFrom, day))
    .orderBy(desc(reportForms.effectiveFrom), desc(reportForms.id))
    .limit(1);
  return row ?? { id: 'first', content: firstForm };
}

/** 设置报告表 from a day on, today at the earliest; reports that were asked for before keep their questions. */
export function saveReportForm(ctx: Ctx, { effectiveFrom, ...content }: ReportFormInput): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'report-form.edit', { regionCode: '*' });
    if (effectiveFrom < beijingDay(tx.now)) throw new Refusal('report-form-past');
    if (content.questions.some(asksWhatIsKnown) || askingAgain(content.questions.filter(({ from }) => from === null)).length > 0) throw new Refusal('already-known');
    const [row] = await tx.db
      .insert(reportForms)
      .values({ effectiveFrom, content, savedBy: tx.actor.id, savedByName: tx.actor.name, savedAt: tx.now })
      .returning({ id: reportForms.id });
    await tx.record('report-form.saved', { id: row!.id, regionCode: '*' }, { effectiveFrom, questions: content.questions.length });
  });
}

/** 已知项: a count that evidence or the community's file settles is prefilled, or not asked. */
function asksWhatIsKnown({ id, key, from }: ReportQuestion): boolean {
  const isKnown = (one: string) => factKeys.some((known) => known === one);
  return from === 'fact' ? !isKnown(key) : isKnown(id) || isKnown(key);
}

/** 报告表设置 with its history: for those who edit it. */
export async function getReportForm(ctx: Ctx) {
  allow(ctx, 'report-form.edit', { regionCode: '*' });
  const history = await ctx.db
    .select({ id: reportForms.id, effectiveFrom: reportForms.effectiveFrom, savedByName: reportForms.savedByName, savedAt: reportForms.savedAt })
    .from(reportForms)
    .orderBy(desc(reportForms.id))
    .limit(50);
  return { ...(await formOn(ctx, beijingDay(ctx.now))), history };
}
