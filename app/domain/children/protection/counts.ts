import { and, count, eq, inArray } from 'drizzle-orm';
import { inside } from '#app/db/sealed.ts';
import type { Due } from '#app/domain/base/communities/due.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { reportPlaces } from './duty.ts';
import { protectionReports } from './tables.server.ts';

/** 待知悉的报告 of these regions, for those who may read them: region → how many. */
export async function countOpenReports(ctx: Ctx, regionCodes: readonly string[]): Promise<Map<string, number>> {
  const readable = await reportPlaces(ctx, regionCodes);
  if (readable.length === 0) return new Map();
  const rows = await inside(ctx.db, 'protection', (db) =>
    db.select({ code: protectionReports.regionCode, many: count() }).from(protectionReports)
      .where(and(inArray(protectionReports.regionCode, readable), eq(protectionReports.state, 'open'))).groupBy(protectionReports.regionCode));
  return new Map(rows.map(({ code, many }) => [code, many]));
}

/** 待办: reports of these communities that nobody has taken yet. */
export async function reportsDue(ctx: Ctx, codes: readonly string[]): Promise<Due[]> {
  return [...(await countOpenReports(ctx, codes))].map(([regionCode, many]): Due => ({ regionCode, kind: 'protection-know', dueOn: null, path: 'children/moderation#reports', figure: many }));
}
