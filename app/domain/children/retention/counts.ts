import { and, eq, gte, isNotNull, lt } from 'drizzle-orm';
import { contains } from '#app/domain/base/regions/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { startOfBeijingDay } from '#app/platform/dates.ts';
import { isOf, standing } from './read.ts';
import { retentionCertificates, retentionHolds, retentionRuns } from './tables.server.ts';

export type RetentionFigures = { runs: number; certificates: number; deleted: number; anonymised: number; holdsPlaced: number; holdsStanding: number };

/** 一年的清理, asked once: then the figures of any region and what lies below it; no place smaller than a county is told apart. For the yearly report. */
export async function countRetention(ctx: Ctx, year: number): Promise<(regionCode: string) => RetentionFigures> {
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`];
  const inYear = and(eq(retentionRuns.isDry, false), isNotNull(retentionRuns.finishedAt), gte(retentionRuns.day, from), lt(retentionRuns.day, to));
  const runs = await ctx.db.$count(retentionRuns, inYear);
  const rows = await ctx.db.select({ deed: retentionCertificates.deed, counties: retentionCertificates.counties }).from(retentionCertificates).innerJoin(retentionRuns, eq(retentionRuns.id, retentionCertificates.runId)).where(and(inYear, isNotNull(retentionCertificates.number)));
  const placed = await ctx.db.select({ regionCode: retentionHolds.regionCode }).from(retentionHolds).where(and(gte(retentionHolds.placedAt, startOfBeijingDay(from)), lt(retentionHolds.placedAt, startOfBeijingDay(to))));
  const stand = await ctx.db.select({ regionCode: retentionHolds.regionCode }).from(retentionHolds).where(standing(ctx));
  return (regionCode) => {
    const own = rows.map(({ deed, counties }) => ({ deed, many: Object.entries(counties).reduce((sum, [county, many]) => sum + (isOf(regionCode, county) ? many : 0), 0) }));
    const sum = (deed: string) => own.reduce((total, one) => total + (one.deed === deed ? one.many : 0), 0);
    const here = (holds: { regionCode: string }[]) => holds.filter((hold) => contains(regionCode, hold.regionCode)).length;
    return { runs, certificates: own.filter(({ many }) => many > 0).length, deleted: sum('delete'), anonymised: sum('anonymise'), holdsPlaced: here(placed), holdsStanding: here(stand) };
  };
}
