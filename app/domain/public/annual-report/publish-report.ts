import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findReport } from './read.ts';
import { annualReports } from './tables.server.ts';

/** 公开年度报告: everybody reads it from now on; several makings of one year may be public, each says of when it is. */
export function publishReport(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await findReport(tx, id);
    allow(tx, 'annual-report.make', row);
    if (row.state !== 'ready') throw new Refusal(row.state === 'waiting' ? 'annual-report-not-made' : 'annual-report-published');
    const done = await tx.db.update(annualReports).set({ state: 'published', publishedByName: tx.actor.name, publishedAt: tx.now }).where(and(eq(annualReports.id, id), eq(annualReports.state, 'ready'))).returning({ id: annualReports.id });
    if (done.length === 0) throw new Refusal('annual-report-published');
    await tx.record('annual-report.published', { id, regionCode: row.regionCode }, { year: row.year, number: row.number, hash: row.hash });
  });
}
