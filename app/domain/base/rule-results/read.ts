import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { decodeLevels, type Level, type Stream } from './model.ts';
import { resultSheets } from './tables.server.ts';

/** 结果: one sheet, read with the rules of its own edition. */
export type Sheet = {
  id: string; year: number; stream: Stream; editionId: string; revision: number; score: number | null; sourceId: string; concludedAt: Date;
  levels: Record<string, Level>;
};

/** 现行结果: the newest sheet of every year and stream, newest year first; who may see them is the caller's matter. */
export async function resultsOf(ctx: Ctx, regionCode: string, stream?: Stream): Promise<Sheet[]> {
  const rows = await ctx.db
    .selectDistinctOn([resultSheets.year, resultSheets.stream])
    .from(resultSheets)
    .where(and(here(regionCode), stream && eq(resultSheets.stream, stream)))
    .orderBy(desc(resultSheets.year), resultSheets.stream, desc(resultSheets.revision))
    .limit(100);
  return Promise.all(rows.map((row) => sheetOf(ctx, row)));
}

/** 当日结果: what a stream's newest sheet said at a moment of the past, if it said anything. */
export async function sheetAsOf(ctx: Ctx, regionCode: string, stream: Stream, at: Date): Promise<Sheet | undefined> {
  const [row] = await ctx.db
    .select()
    .from(resultSheets)
    .where(and(here(regionCode), eq(resultSheets.stream, stream), lte(resultSheets.concludedAt, at)))
    .orderBy(desc(resultSheets.year), desc(resultSheets.revision))
    .limit(1);
  return row && sheetOf(ctx, row);
}

/** 全部结果单 of a community, replaced ones too, newest first. */
export async function allSheets(ctx: Ctx, regionCode: string): Promise<Sheet[]> {
  const rows = await ctx.db.select().from(resultSheets).where(here(regionCode)).orderBy(desc(resultSheets.concludedAt)).limit(1000);
  const editions = new Map<string, string[]>();
  for (const id of new Set(rows.map(({ editionId }) => editionId))) editions.set(id, rulesOf(await getEdition(ctx, id)).map((rule) => rule.id));
  return rows.map((row) => asSheet(row, editions.get(row.editionId)!));
}

const here = (regionCode: string) => and(sql`${resultSheets.countyCode} = ${countyCode(regionCode)}`, eq(resultSheets.regionCode, regionCode));

async function sheetOf(ctx: Ctx, row: typeof resultSheets.$inferSelect): Promise<Sheet> {
  return asSheet(row, rulesOf(await getEdition(ctx, row.editionId)).map(({ id }) => id));
}

function asSheet({ countyCode: _, regionCode: __, letters, ...rest }: typeof resultSheets.$inferSelect, ruleIds: readonly string[]): Sheet {
  return { ...rest, levels: decodeLevels(ruleIds, letters) };
}
