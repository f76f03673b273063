import { and, between, desc, eq, sql } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Reader } from './model.ts';
import { latestOfEach, poolRounds } from './roll-up.ts';
import { surveyPoolRuns, surveyPools, surveyResults } from './tables.server.ts';

/** 上一季度 of a day: its name, its first and its last day. */
export function quarterBefore(day: string): { period: string; first: string; last: string } {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const quarter = Math.ceil(month / 3);
  const [ofYear, number] = quarter === 1 ? [year - 1, 4] : [year, quarter - 1];
  const two = (value: number) => String(value).padStart(2, '0');
  return { period: `${ofYear}-Q${number}`, first: `${ofYear}-${two(number * 3 - 2)}-01`, last: `${ofYear}-${two(number * 3)}-${number === 1 || number === 4 ? 31 : 30}` };
}

/** 合并上季度的小社区: once a quarter and province, never again, so that nothing follows from two readings. */
export async function poolQuarter(ctx: Ctx): Promise<string> {
  const { period, first, last } = quarterBefore(beijingDay(ctx.now));
  const done = await ctx.db.select({ province: surveyPoolRuns.province }).from(surveyPoolRuns).where(eq(surveyPoolRuns.period, period));
  const found = await ctx.db.selectDistinct({ province: sql<string>`left(${surveyResults.regionCode}, 2)` }).from(surveyResults).where(between(surveyResults.closedOn, first, last));
  const left = found.filter(({ province }) => !done.some((run) => run.province === province));
  for (const { province } of left) await poolProvince(ctx, province, { period, first, last });
  return `${period} ${left.length}`;
}

function poolProvince(ctx: Ctx, province: string, { period, first, last }: ReturnType<typeof quarterBefore>): Promise<void> {
  return change(ctx, async (tx) => {
    const sheets = await tx.db.select().from(surveyResults).where(and(between(surveyResults.closedOn, first, last), inside(surveyResults.regionCode, province))).orderBy(desc(surveyResults.closedOn), desc(surveyResults.roundId));
    const run = await tx.db.insert(surveyPoolRuns).values({ period, province, pooledAt: tx.now, rounds: sheets.length }).onConflictDoNothing().returning();
    await tx.record('survey.quarter-pooled', { id: `${period}:${province}`, regionCode: province }, { rounds: sheets.length });
    if (run.length === 0) return;
    for (const [audience, some] of Map.groupBy(sheets, (sheet) => sheet.audience)) {
      const pools = poolRounds(latestOfEach(some).map(({ regionCode, staff, public: open, sides }) => ({ regionCode, tables: { staff, public: open }, sides })));
      const rows = Object.entries(pools).flatMap(([reader, each]) => each.map(({ region, wording, of, sides: [yes, rest] }) => ({ countyCode: countyCode(region), regionCode: region, period, audience, reader: reader as Reader, wording, of, yes, rest })));
      if (rows.length > 0) await tx.db.insert(surveyPools).values(rows);
    }
  });
}
