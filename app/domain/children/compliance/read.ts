import { and, desc, eq } from 'drizzle-orm';
import { allow, may, regionsFor } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { contentOf, hashOf } from './content.ts';
import { firstYear } from './model.ts';
import { complianceFilings, stockTakings } from './tables.server.ts';

/** 该看哪一年: until the report of the last year is due that one, afterwards the running one. */
export function yearToShow(ctx: Ctx): number {
  const today = beijingDay(ctx.now);
  const year = Number(today.slice(0, 4));
  return Math.max(firstYear, today.slice(5) <= '01-31' ? year - 1 : year);
}

/** 本人的地区: the widest in which this person may read it. */
export const ownPlace = (ctx: Ctx): string => regionsFor(ctx.actor, 'privacy.read').toSorted((a, b) => a.length - b.length || (a === '*' ? -1 : 1))[0] ?? '*';

/** 年度合规报告: the filed one as it was frozen, else what is known now; beside it the other filings of that year. */
export async function getReport(ctx: Ctx, { regionCode, year, number }: { regionCode: string; year: number; number?: number | undefined }) {
  allow(ctx, 'privacy.read', { regionCode });
  const filings = await ctx.db.select().from(complianceFilings).where(and(eq(complianceFilings.regionCode, regionCode), eq(complianceFilings.year, year))).orderBy(desc(complianceFilings.number)).limit(100);
  const filing = number ? filings.find((one) => one.number === number) : filings[0];
  if (number && !filing) throw new Refusal('compliance-not-found', 404);
  const [stock] = await ctx.db.select({ takenAt: stockTakings.takenAt, isFinal: stockTakings.isFinal }).from(stockTakings).where(eq(stockTakings.year, year));
  const content = filing?.content ?? (await counted(ctx, regionCode, year));
  return {
    content, filing: filing && shown(filing), filings: filings.map(shown), stock: stock ?? null,
    mayFile: may(ctx.actor, 'compliance.file', { regionCode }) && year < Number(beijingDay(ctx.now).slice(0, 4)) && stock?.isFinal === true,
  };
}

async function counted(ctx: Ctx, regionCode: string, year: number) {
  await limit(ctx, `compliance:${ctx.actor.id}`, 60, 600);
  return contentOf(ctx, regionCode, year);
}

const shown = ({ content: _, filedBy: __, ...filing }: typeof complianceFilings.$inferSelect) => filing;

/** 重新核算: the same figures counted anew as of the same moment; whether they are those that were filed, to the last one. */
export async function recount(ctx: Ctx, { regionCode, year, number }: { regionCode: string; year: number; number: number }): Promise<{ isSame: boolean }> {
  const { filing, content } = await getReport(ctx, { regionCode, year, number });
  return { isSame: hashOf(content) === filing!.hash && hashOf(await counted(ctx, regionCode, year)) === filing!.hash };
}
