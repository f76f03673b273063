import { and, eq } from 'drizzle-orm';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { RubricContent } from './model.ts';
import { rubricOf } from './of-edition.ts';
import { rubrics } from './tables.server.ts';

/** 缺省评分表 as data: everything but the items, which come from the edition. */
export type RubricFile = Omit<RubricContent, 'sections' | 'items' | 'mustRules'> & { zh: string; en: string; note: string; noteEn: string; effectiveFrom: string; mustBasis: string[] };

/** 载入缺省评分表: once an edition, before anybody has drafted one; later ones are made at the desk. */
export async function loadRubric(ctx: Ctx, editionId: string, file: RubricFile): Promise<'loaded' | 'known'> {
  const known = await ctx.db.select({ id: rubrics.id }).from(rubrics).where(and(eq(rubrics.editionId, editionId), eq(rubrics.state, 'published'))).limit(1);
  if (known.length > 0) return 'known';
  const { zh, en, note, noteEn, effectiveFrom, ...rest } = file;
  const content = rubricOf(await getEdition(ctx, editionId), rest);
  await change(ctx, async (tx) => {
    const [made] = await tx.db.insert(rubrics).values({ editionId, content, zh, en, note, noteEn, effectiveFrom, createdBy: tx.actor.id, createdAt: tx.now }).returning({ id: rubrics.id });
    await tx.db.update(rubrics).set({ state: 'published', publishedAt: tx.now, publishedBy: tx.actor.id }).where(eq(rubrics.id, made!.id));
    await tx.record('rubric.published', { id: made!.id, regionCode: '*' }, { title: zh, effectiveFrom });
  });
  return 'loaded';
}
