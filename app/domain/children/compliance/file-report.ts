import { and, eq, max, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { contentOf, hashOf } from './content.ts';
import type { FilingInput } from './input.ts';
import { complianceFilings, stockTakings } from './tables.server.ts';

/** 报送存档: of a year that is over; the whole content is frozen beside the receipt. A correction is another one and says why. */
export function fileReport(ctx: Ctx, { regionCode, year, filedOn, receipt, note }: FilingInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'compliance.file', { regionCode });
    if (regionCode !== '*') await getRegion(tx, regionCode);
    const content = await contentOf(tx, regionCode, year);
    const [stock] = await tx.db.select({ isFinal: stockTakings.isFinal }).from(stockTakings).where(eq(stockTakings.year, year));
    if (content.isPreliminary || !stock?.isFinal) throw new Refusal('compliance-year-runs');
    if (filedOn > beijingDay(tx.now) || filedOn <= `${year}-12-31`) throw new Refusal('compliance-filed-on', 422);
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`compliance ${regionCode} ${year}`}, 0))`);
    const [last] = await tx.db.select({ number: max(complianceFilings.number) }).from(complianceFilings).where(and(eq(complianceFilings.regionCode, regionCode), eq(complianceFilings.year, year)));
    const number = (last?.number ?? 0) + 1;
    if (number > 1 && note.length < 4) throw new Refusal('compliance-correction-why', 422);
    const hash = hashOf(content);
    const [row] = await tx.db
      .insert(complianceFilings)
      .values({ regionCode, year, number, content, hash, filedOn, receipt, note, filedBy: tx.actor.id, filedByName: tx.actor.name, filedAt: tx.now })
      .returning({ id: complianceFilings.id });
    await tx.record('compliance.filed', { id: row!.id, regionCode }, { year, number, hash, filedOn });
    return row!.id;
  });
}
