import { and, eq, max } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { OrderInput } from './input.ts';
import { annualReports } from './tables.server.ts';

/** The first year of the programme. */
const firstYear = 2017;

/** One that is still waiting after this long was lost on the way: whoever orders it again sets it going again. */
const lostAfter = 30 * 60_000;

/** 生成年度报告: of the nation, a region or a community, from what is known now; made in the background, earlier ones stay. */
export function orderReport(ctx: Ctx, { regionCode, year }: OrderInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'annual-report.make', { regionCode });
    if (regionCode !== '*') await getRegion(tx, regionCode);
    if (year < firstYear || year > Number(beijingDay(tx.now).slice(0, 4))) throw new Refusal('annual-report-year', 422);
    const ofYear = and(eq(annualReports.regionCode, regionCode), eq(annualReports.year, year));
    const [waiting] = await tx.db.select({ id: annualReports.id, number: annualReports.number, orderedAt: annualReports.orderedAt }).from(annualReports).where(and(ofYear, eq(annualReports.state, 'waiting'))).limit(1).for('update');
    if (waiting) {
      if (tx.now.getTime() - waiting.orderedAt.getTime() < lostAfter) throw new Refusal('annual-report-waiting');
      await tx.db.update(annualReports).set({ orderedAt: tx.now, orderedBy: tx.actor.id, orderedByName: tx.actor.name }).where(eq(annualReports.id, waiting.id));
      await tx.record('annual-report.ordered', { id: waiting.id, regionCode }, { year, number: waiting.number, again: true });
      return waiting.id;
    }
    const [last] = await tx.db.select({ number: max(annualReports.number) }).from(annualReports).where(ofYear);
    const number = (last?.number ?? 0) + 1;
    const [made] = await tx.db
      .insert(annualReports)
      .values({ regionCode, year, number, asOf: tx.now, orderedBy: tx.actor.id, orderedByName: tx.actor.name, orderedAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: annualReports.id });
    if (!made) throw new Refusal('annual-report-waiting');
    await tx.record('annual-report.ordered', { id: made.id, regionCode }, { year, number });
    return made.id;
  });
}
