import { and, desc, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { yearsOf } from '#app/domain/city/city-plans/model.ts';
import { getPublished } from '#app/domain/city/city-plans/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { StartReportInput } from './input.ts';
import { emptyNarrative } from './model.ts';
import { contentOf } from './reckon-content.ts';
import { monitoringReports } from './tables.server.ts';

/** 起草监测报告: of a year that is over, or of the whole plan when it is; another edition takes along the words of the former and says why. */
export function startReport(ctx: Ctx, planId: string, { kind, year: asked, why }: StartReportInput): Promise<string> {
  return change(ctx, async (tx) => {
    const { plan, said } = await getPublished(tx, planId);
    allow(tx, 'city-plan.edit', { regionCode: plan.regionCode });
    const year = kind === 'closing' ? yearsOf(said).at(-1)! : asked;
    if (!yearsOf(said).includes(year)) throw new Refusal('report-year-outside', 422);
    if ((kind === 'closing' ? said.endsOn : `${year}-12-31`) >= beijingDay(tx.now)) throw new Refusal('report-year-running');
    const r = monitoringReports;
    const [last] = await tx.db.select({ edition: r.edition, state: r.state, narrative: r.narrative }).from(r).where(and(eq(r.planId, planId), eq(r.kind, kind), eq(r.year, year))).orderBy(desc(r.edition)).limit(1);
    if (last && last.state !== 'published') throw new Refusal('report-in-work');
    if (last && why === '') throw new Refusal('report-why-missing', 422);
    const row = { planId, regionCode: plan.regionCode, kind, year, edition: (last?.edition ?? 0) + 1, why: last ? why : '', content: await contentOf(tx, planId, kind, year), narrative: last?.narrative ?? emptyNarrative, startedByName: tx.actor.name, startedAt: tx.now };
    const [made] = await tx.db.insert(r).values(row).onConflictDoNothing().returning({ id: r.id });
    if (!made) throw new Refusal('report-in-work');
    await tx.record('monitoring-report.started', { id: made.id, regionCode: plan.regionCode }, { plan: planId, kind, year, edition: row.edition });
    return made.id;
  });
}
