import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { countFigures } from './count-figures.ts';
import type { ReportContent } from './model.ts';
import { reckonResults, resultsQuery } from './reckon-results.ts';
import { annualReports } from './tables.server.ts';

/** 报告内容 of a place and a year as known at a moment: asked again it is the same, byte for byte. */
export async function contentOf(ctx: Ctx, { regionCode, year, asOf }: { regionCode: string; year: number; asOf: Date }): Promise<ReportContent> {
  const name = regionCode === '*' ? '' : (await placeNames(ctx, [regionCode]))(regionCode);
  return {
    version: 1, regionCode, place: regionCode === '*' ? { zh: '全国', en: 'The nation' } : { zh: name, en: name }, year, asOf: asOf.toISOString(),
    figures: await countFigures(ctx, regionCode, year, asOf), results: await reckonResults(ctx, regionCode, year, asOf), query: resultsQuery(regionCode, year, asOf),
  };
}

/** 指纹: over everything but the name of the place, which may become another. */
export function hashOf({ place: _, ...content }: ReportContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** 生成: after it was ordered; run twice it makes nothing twice. */
export async function makeReport(ctx: Ctx, id: string): Promise<string> {
  const [row] = await ctx.db.select().from(annualReports).where(and(eq(annualReports.id, id), eq(annualReports.state, 'waiting')));
  if (!row) return 'settled';
  const content = await contentOf(ctx, row);
  const hash = hashOf(content);
  await change(ctx, async (tx) => {
    await tx.db.update(annualReports).set({ state: 'ready', content, hash, madeAt: tx.now }).where(and(eq(annualReports.id, id), eq(annualReports.state, 'waiting')));
    await tx.record('annual-report.made', { id, regionCode: row.regionCode }, { year: row.year, number: row.number, hash });
  });
  return hash;
}
