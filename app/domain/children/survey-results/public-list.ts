import { and, eq, gte, lte } from 'drizzle-orm';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Audience } from '#app/domain/children/surveys/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { cursorOf, keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import { atLeast } from './model.ts';
import { surveyResults } from './tables.server.ts';

type Asked = { region?: string | undefined; year?: number | undefined; audience?: Audience | undefined; after?: string | undefined };
type ResultLine = Pick<typeof surveyResults.$inferSelect, 'roundId' | 'regionCode' | 'audience' | 'title' | 'wave' | 'closedOn' | 'isInvented' | 'fingerprint'> & { unit: string; atLeast: number | null };

/** 公开的调查结果 of everywhere, the round opened last first: whom was asked, and at least how many answered. */
export async function pageOfResults(ctx: Ctx, { region, year, audience, after }: Asked, size = 30): Promise<Page<ResultLine>> {
  const cursor = cursorOf({ after });
  const { where, order, limit } = keyset(surveyResults.roundId, cursor, size);
  const { roundId, regionCode, title, wave, closedOn, isInvented, fingerprint } = surveyResults;
  const found = await ctx.db
    .select({ roundId, regionCode, audience: surveyResults.audience, title, wave, closedOn, isInvented, fingerprint, unit: nameIn(ctx), table: surveyResults.public })
    .from(surveyResults)
    .innerJoin(regions, eq(regions.code, regionCode))
    .where(and(
      await insideToday(ctx, regionCode, region), audience ? eq(surveyResults.audience, audience) : undefined,
      year ? and(gte(closedOn, `${year}-01-01`), lte(closedOn, `${year}-12-31`)) : undefined, where,
    ))
    .orderBy(order)
    .limit(limit);
  return pageOf(found.map(({ table, ...row }) => ({ ...row, atLeast: atLeast(table.items) ?? null })), cursor, ({ roundId: id }) => id, size);
}
