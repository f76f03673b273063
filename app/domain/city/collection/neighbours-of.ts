import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Sheet } from './hold-sheet.ts';
import { keyOf } from './model.ts';
import { collectionEntries, collectionSheets } from './tables.server.ts';

/** 邻居的数: what the other units under the same roof have handed in for the same cells of this round. */
export async function neighboursOf(ctx: Ctx, sheet: Sheet): Promise<(key: string) => number[]> {
  const [s, e] = [collectionSheets, collectionEntries];
  const above = parentCandidates(sheet.regionCode)[0];
  if (sheet.level === 'department' || !above) return () => [];
  const rows = await ctx.db.select({ indicatorId: e.indicatorId, breakdown: e.breakdown, figure: e.figure }).from(s).innerJoin(e, and(eq(e.countyCode, s.countyCode), eq(e.sheetId, s.id)))
    .where(and(eq(s.roundId, sheet.roundId), eq(s.level, sheet.level), inside(s.regionCode, above), ne(s.id, sheet.id), inArray(s.state, ['reported', 'accepted', 'locked']), isNotNull(e.figure))).limit(20_000);
  const found = new Map<string, number[]>();
  for (const { figure, ...key } of rows) found.set(keyOf(key), [...(found.get(keyOf(key)) ?? []), figure!]);
  return (key) => found.get(key) ?? [];
}
