import { and, asc, desc, eq, gte, ilike, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { nameIfAny } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import type { ItemLevel } from '#app/domain/pilot/rubrics/model.ts';
import { rubrics } from '#app/domain/pilot/rubrics/tables.server.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { CallState } from './model.ts';
import { callExtensions, calls, questionSets } from './tables.server.ts';

/** Drafts are for those who edit calls; a published call is everybody's. */
function visible(ctx: Ctx): SQL {
  return or(ne(calls.state, 'draft'), within(ctx, 'call.edit', calls.regionCode))!;
}

export type CallFilter = Cursor & { state?: CallState | undefined; query?: string | undefined };

/** 批次列表: newest first. */
export async function listCalls(ctx: Ctx, filter: CallFilter = {}, size = 30) {
  const { where, order, limit } = keyset(calls.id, filter, size);
  const words = filter.query && anywhere(filter.query);
  const rows = await ctx.db
    .select({
      id: calls.id, title: calls.title, titleEn: calls.titleEn, regionCode: calls.regionCode, regionName: nameIfAny(ctx),
      state: calls.state, places: calls.places, opensOn: calls.opensOn, closesOn: calls.closesOn, editionId: calls.editionId,
    })
    .from(calls)
    .leftJoin(regions, eq(regions.code, calls.regionCode))
    .where(and(
      visible(ctx),
      filter.state && eq(calls.state, filter.state),
      words ? or(ilike(calls.title, words), ilike(calls.titleEn, words)) : undefined,
      where,
    ))
    .orderBy(order)
    .limit(limit);
  return pageOf(rows, filter, (row) => row.id, size);
}

/** 批次: with its region, edition and question set named, and every extension. */
export async function getCall(ctx: Ctx, id: string) {
  const [row] = isId(id)
    ? await ctx.db
        .select({ call: calls, regionName: nameIfAny(ctx), editionZh: editions.zh, editionEn: editions.en, questionSet: questionSets.content, rubricZh: rubrics.zh, rubricEn: rubrics.en, rubricLevel: sql<ItemLevel | null>`${rubrics.content} ->> 'level'` })
        .from(calls)
        .innerJoin(editions, eq(editions.id, calls.editionId))
        .innerJoin(questionSets, eq(questionSets.id, calls.questionSetId))
        .leftJoin(regions, eq(regions.code, calls.regionCode))
        .leftJoin(rubrics, eq(rubrics.id, calls.rubricId))
        .where(and(eq(calls.id, id), visible(ctx)))
    : [];
  if (!row) throw new Refusal('call-not-found', 404);
  const extensions = await ctx.db
    .select({ from: callExtensions.from, to: callExtensions.to, reason: callExtensions.reason, at: callExtensions.at })
    .from(callExtensions)
    .where(eq(callExtensions.callId, id))
    .orderBy(desc(callExtensions.id));
  return {
    ...row.call,
    regionName: row.regionName,
    edition: { zh: row.editionZh, en: row.editionEn },
    questionSetTitle: row.questionSet.title,
    rubric: row.rubricZh === null ? null : { zh: row.rubricZh, en: row.rubricEn ?? '', level: row.rubricLevel ?? 'section' },
    extensions,
  };
}

/** 正在受理: the published calls that take applications on this Beijing day, the nearest last day first. */
export function openCallsOn(ctx: Ctx, day: string) {
  return ctx.db
    .select({
      id: calls.id, title: calls.title, titleEn: calls.titleEn, about: calls.about, regionCode: calls.regionCode, places: calls.places,
      applicantLevels: calls.applicantLevels, opensOn: calls.opensOn, closesOn: calls.closesOn, editionId: calls.editionId,
    })
    .from(calls)
    .where(and(eq(calls.state, 'published'), lte(calls.opensOn, day), gte(calls.closesOn, day)))
    .orderBy(asc(calls.closesOn), asc(calls.id))
    .limit(20);
}

/** What a new call may choose from, for those who edit calls: the published editions, question sets and rubrics. */
export async function callChoices(ctx: Ctx) {
  allowAnywhere(ctx, 'call.edit');
  const published = await ctx.db
    .select({ id: editions.id, zh: editions.zh, en: editions.en })
    .from(editions)
    .where(eq(editions.state, 'published'))
    .orderBy(desc(editions.effectiveFrom))
    .limit(50);
  const sets = await ctx.db.select().from(questionSets).orderBy(desc(questionSets.id)).limit(50);
  const inUse = await ctx.db.select({ id: rubrics.id, zh: rubrics.zh, en: rubrics.en }).from(rubrics).where(eq(rubrics.state, 'published')).orderBy(desc(rubrics.publishedAt)).limit(50);
  return {
    editions: published,
    rubrics: inUse,
    questionSets: sets.filter((set) => set.publishedAt).map(({ id, content }) => ({ id, title: content.title, version: content.version })),
  };
}
