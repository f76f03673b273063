import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { allow, may } from '#app/domain/base/accounts/access.ts';
import { planAtDesk } from '#app/domain/city/city-plans/read.ts';
import { cityPlans } from '#app/domain/city/city-plans/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { ReportKind } from './model.ts';
import { monitoringReports } from './tables.server.ts';

export type Report = typeof monitoringReports.$inferSelect;
const r = monitoringReports;

/** 一份报告: a published one for everybody, any other for those who write plans there. */
export async function findReport(ctx: Ctx, id: string): Promise<Report> {
  const [row] = isId(id) ? await ctx.db.select().from(r).where(eq(r.id, id)) : [];
  if (!row || (row.state !== 'published' && !may(ctx.actor, 'city-plan.edit', { regionCode: row.regionCode }))) throw new Refusal('monitoring-report-not-found', 404);
  return row;
}

/** 一份报告 at the desk, with its plan's name. */
export async function reportAtDesk(ctx: Ctx, id: string): Promise<Report> {
  const row = await findReport(ctx, id);
  allow(ctx, 'city-plan.edit', { regionCode: row.regionCode });
  return row;
}

const head = { id: r.id, kind: r.kind, year: r.year, edition: r.edition, why: r.why, state: r.state, hash: r.hash, startedByName: r.startedByName, startedAt: r.startedAt, publishedAt: r.publishedAt, publishedByName: r.publishedByName };

/** 一个计划的报告 at the desk, drafts too. */
export async function reportsAtDesk(ctx: Ctx, planId: string) {
  const { plan, place } = await planAtDesk(ctx, planId);
  return { plan, place, reports: await ctx.db.select(head).from(r).where(eq(r.planId, planId)).orderBy(desc(r.year), asc(r.kind), desc(r.edition)).limit(200) };
}

/** 同一地方别的计划的报告: published ones, newest year first, for whoever cannot write one of this plan yet. */
export function earlierReports(ctx: Ctx, { id, regionCode }: { id: string; regionCode: string }) {
  return ctx.db.selectDistinctOn([r.year, r.planId, r.kind], { id: r.id, kind: r.kind, year: r.year, planId: r.planId, zh: cityPlans.zh, en: cityPlans.en }).from(r).innerJoin(cityPlans, eq(cityPlans.id, r.planId))
    .where(and(eq(r.regionCode, regionCode), ne(r.planId, id), eq(r.state, 'published'))).orderBy(desc(r.year), asc(r.planId), asc(r.kind), desc(r.edition)).limit(20);
}

/** 公布的报告 of a plan: every edition, newest year first. */
export function publicReports(ctx: Ctx, planId: string) {
  return ctx.db.select(head).from(r).where(and(eq(r.planId, planId), eq(r.state, 'published'))).orderBy(desc(r.year), asc(r.kind), desc(r.edition)).limit(200);
}

/** 公布的一份: of a year or closing, the newest edition or the one that was asked for, with all editions there are. */
export async function publicReport(ctx: Ctx, planId: string, kind: ReportKind, year: number | null, edition?: number) {
  const all = isId(planId) ? (await publicReports(ctx, planId)).filter((each) => each.kind === kind && (year === null || each.year === year)) : [];
  const chosen = edition === undefined ? all[0] : all.find((each) => each.edition === edition);
  if (!chosen) throw new Refusal('monitoring-report-not-found', 404);
  return { report: await findReport(ctx, chosen.id), editions: all };
}
