import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { Verb } from '#app/domain/base/accounts/access.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { ReportState } from './model.ts';
import { findReport, type Report } from './read.ts';
import { monitoringReports } from './tables.server.ts';

type Step = { verb: Verb; from: ReportState; saved: number; event: string };
type Changed = Partial<typeof monitoringReports.$inferInsert>;

/** 办一步: whoever read it last may move it on; a colleague's newer words are never written over. */
export function moveReport(ctx: Ctx, id: string, { verb, from, saved, event }: Step, changed: (report: Report, tx: Change) => Changed | Promise<Changed>, facts: Record<string, unknown> = {}): Promise<void> {
  return change(ctx, async (tx) => {
    const report = await findReport(tx, id);
    allow(tx, verb, { regionCode: report.regionCode });
    if (report.state !== from) throw new Refusal('report-state');
    const set = await changed(report, tx);
    const r = monitoringReports;
    const moved = await tx.db.update(r).set({ ...set, saved: report.saved + 1 }).where(and(eq(r.id, id), eq(r.saved, saved))).returning({ id: r.id });
    if (moved.length === 0) throw new Refusal('changed-meanwhile');
    await tx.record(event, { id, regionCode: report.regionCode }, { kind: report.kind, year: report.year, edition: report.edition, ...(set.hash ? { hash: set.hash } : {}), ...facts });
  });
}
