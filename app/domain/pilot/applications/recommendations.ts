import { and, eq, or } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import { nameHas } from '#app/domain/base/regions/name-in.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';
import { recommendations } from './tables.server.ts';

export type RecommendationFilter = Cursor & { region?: string | undefined; query?: string | undefined };

/** 推荐名录 (问答 7): for the office that tells the governments, newest first; found by the name of the community or by its code. */
export async function listRecommendations(ctx: Ctx, filter: RecommendationFilter = {}) {
  allowAnywhere(ctx, 'recommendation.read');
  const { where, order, limit } = keyset(recommendations.id, filter);
  const { query } = filter;
  const found = await ctx.db
    .select({
      id: recommendations.id, code: recommendations.code, regionCode: recommendations.regionCode, unit: nameThenAndNow(ctx, recommendations.regionCode, recommendations.createdAt), recommender: recommendations.recommender,
      organisation: recommendations.organisation, contact: recommendations.contact, reason: recommendations.reason, createdAt: recommendations.createdAt,
    })
    .from(recommendations)
    .innerJoin(regions, eq(regions.code, recommendations.regionCode))
    .where(and(
      within(ctx, 'recommendation.read', recommendations.regionCode),
      inside(recommendations.regionCode, filter.region),
      query ? or(nameHas(ctx, anywhere(query)), eq(recommendations.code, tidyCode(query))) : undefined,
      where,
    ))
    .orderBy(order)
    .limit(limit);
  const page = pageOf(found, filter, (row) => row.id);
  const paths = await regionPaths(ctx, page.rows.map((row) => row.regionCode));
  return { ...page, rows: page.rows.map((row) => ({ ...row, path: (paths.get(row.regionCode) ?? []).slice(0, -1).map((step) => step.name) })) };
}
