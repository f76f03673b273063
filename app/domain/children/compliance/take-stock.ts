import { eq } from 'drizzle-orm';
import { type ByAge, countByAge } from '#app/domain/children/identity/counts.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { minorStocks, stockTakings } from './tables.server.ts';

/**
 * 清点儿童人数, every night: the running year as it stands, and the year before once and for all, at the first chance after it is over.
 * What was counted then stays, whoever is erased later.
 */
export async function takeStock(ctx: Ctx): Promise<string> {
  const year = Number(beijingDay(ctx.now).slice(0, 4));
  const [before] = await ctx.db.select({ isFinal: stockTakings.isFinal }).from(stockTakings).where(eq(stockTakings.year, year - 1));
  const done = before?.isFinal ? [] : [await take(ctx, year - 1, startOfBeijingDay(`${year}-01-01`), `${year - 1}-12-31`, true)];
  return [...done, await take(ctx, year, new Date(ctx.now.getTime() + 1), beijingDay(ctx.now), false)].join(' ');
}

async function take(ctx: Ctx, year: number, before: Date, onDay: string, isFinal: boolean): Promise<string> {
  const found = await countByAge(ctx, before, onDay);
  const children = [...found.values()].reduce((sum, { under14, from14, grown }) => sum + under14 + from14 + grown, 0);
  await change(ctx, async (tx) => {
    await tx.db.delete(minorStocks).where(eq(minorStocks.year, year));
    for (const some of inParts([...found], 1000)) await tx.db.insert(minorStocks).values(some.map(([regionCode, byAge]: [string, ByAge]) => ({ countyCode: countyCode(regionCode), regionCode, year, ...byAge })));
    const taking = { takenAt: tx.now, isFinal, children };
    await tx.db.insert(stockTakings).values({ year, ...taking }).onConflictDoUpdate({ target: stockTakings.year, set: taking });
    await tx.record('compliance.stock-taken', { id: `stock-${year}`, regionCode: '*' }, { year, isFinal, children });
  });
  return `${year}: ${children}`;
}
