import { and, asc, desc, eq, lte } from 'drizzle-orm';
import { sections } from '#app/domain/base/standard/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { RubricContent } from './model.ts';
import { fiveSections } from './of-edition.ts';
import { rubrics } from './tables.server.ts';

/** What is published never changes, so each rubric is read once per process. */
const known = new Map<string, RubricContent>();

/** 当日有效的评分表 of an edition: the published one that took effect last. */
export async function rubricInForce(ctx: Ctx, editionId: string, day: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: rubrics.id })
    .from(rubrics)
    .where(and(eq(rubrics.editionId, editionId), eq(rubrics.state, 'published'), lte(rubrics.effectiveFrom, day)))
    .orderBy(desc(rubrics.effectiveFrom), desc(rubrics.publishedAt), desc(rubrics.id))
    .limit(1);
  return row?.id ?? null;
}

/** 批次的评分表: the one it was published with; without one, the sections of its edition. */
export async function rubricOfCall(ctx: Ctx, call: { rubricId: string | null; editionId: string }): Promise<RubricContent> {
  if (call.rubricId === null) {
    const { id, zh, en, position, editionId } = sections;
    return fiveSections(await ctx.db.select({ id, zh, en }).from(sections).where(eq(editionId, call.editionId)).orderBy(asc(position)));
  }
  const held = known.get(call.rubricId);
  if (held) return held;
  const [row] = await ctx.db.select({ content: rubrics.content, state: rubrics.state }).from(rubrics).where(eq(rubrics.id, call.rubricId));
  if (!row) throw new Error(`The rubric ${call.rubricId} is named by a call and is not there.`);
  if (row.state === 'published') known.set(call.rubricId, row.content);
  return row.content;
}
