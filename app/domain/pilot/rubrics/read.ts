import { and, desc, eq, lte, ne } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { compareRubrics } from './compare.ts';
import type { RubricContent } from './model.ts';
import { rubrics } from './tables.server.ts';

/** 评分表列表: newest first, drafts among them, for those who draft them. */
export async function listRubrics(ctx: Ctx, filter: Cursor = {}) {
  allowAnywhere(ctx, 'rubric.edit');
  const { where, order, limit } = keyset(rubrics.id, filter);
  const rows = await ctx.db
    .select({
      id: rubrics.id, zh: rubrics.zh, en: rubrics.en, state: rubrics.state, effectiveFrom: rubrics.effectiveFrom, content: rubrics.content,
      editionZh: editions.zh, editionEn: editions.en,
    })
    .from(rubrics)
    .innerJoin(editions, eq(editions.id, rubrics.editionId))
    .where(where)
    .orderBy(order)
    .limit(limit);
  return pageOf(rows.map(({ content, ...row }) => ({ ...row, level: content.level, items: content.items.length, passMark: content.passMark })), filter, (row) => row.id);
}

/** 评分表: one by its id, for the verbs; pages ask `rubricAtDesk`. */
export async function getRubric(ctx: Ctx, id: string) {
  const [row] = isId(id) ? await ctx.db.select().from(rubrics).where(eq(rubrics.id, id)) : [];
  if (!row) throw new Refusal('rubric-not-found', 404);
  return row;
}

/** The rubric published last, of whatever edition. */
export async function findLatest(ctx: Ctx): Promise<RubricContent | undefined> {
  const [row] = await ctx.db.select({ content: rubrics.content }).from(rubrics).where(eq(rubrics.state, 'published')).orderBy(desc(rubrics.publishedAt)).limit(1);
  return row?.content;
}

/** 评分表管理: one rubric with the rules it may call must-rules, and what differs from the published one before it. */
export async function rubricAtDesk(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'rubric.edit');
  const rubric = await getRubric(ctx, id);
  const edition = await getEdition(ctx, rubric.editionId);
  const [earlier] = await ctx.db
    .select({ id: rubrics.id, zh: rubrics.zh, en: rubrics.en, effectiveFrom: rubrics.effectiveFrom, content: rubrics.content })
    .from(rubrics)
    .where(and(eq(rubrics.state, 'published'), ne(rubrics.id, id), lte(rubrics.effectiveFrom, rubric.effectiveFrom), ...(rubric.publishedAt ? [lte(rubrics.publishedAt, rubric.publishedAt)] : [])))
    .orderBy(desc(rubrics.effectiveFrom), desc(rubrics.publishedAt))
    .limit(1);
  return {
    rubric, edition: { id: edition.id, zh: edition.zh, en: edition.en },
    rules: rulesOf(edition).map(({ id: rule, zh, en, kind, section }) => ({ id: rule, zh, en, kind, sectionId: section.id })),
    earlier: earlier ? { id: earlier.id, zh: earlier.zh, en: earlier.en, effectiveFrom: earlier.effectiveFrom } : null,
    changes: earlier ? compareRubrics(earlier.content, rubric.content) : [],
  };
}

/** 起草可依据的: published editions and rubrics. */
export async function draftChoices(ctx: Ctx) {
  allowAnywhere(ctx, 'rubric.edit');
  return {
    editions: await ctx.db.select({ id: editions.id, zh: editions.zh, en: editions.en }).from(editions).where(eq(editions.state, 'published')).orderBy(desc(editions.publishedAt)).limit(50),
    rubrics: await ctx.db.select({ id: rubrics.id, zh: rubrics.zh, en: rubrics.en }).from(rubrics).where(eq(rubrics.state, 'published')).orderBy(desc(rubrics.publishedAt)).limit(50),
  };
}
