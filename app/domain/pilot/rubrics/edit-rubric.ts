import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { changedIn } from './compare.ts';
import type { RubricInput } from './input.ts';
import type { RubricContent } from './model.ts';
import { getRubric } from './read.ts';
import { rubrics } from './tables.server.ts';

/** 修改评分表: only while it is a draft, and never over what a colleague has just saved. */
export function editRubric(ctx: Ctx, id: string, input: RubricInput): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'rubric.edit', { regionCode: '*' });
    const rubric = await getRubric(tx, id);
    if (rubric.state !== 'draft') throw new Refusal('rubric-not-draft');
    const content = await edited(tx, rubric, input);
    const { zh, en, note, noteEn, effectiveFrom } = input;
    const saved = await tx.db
      .update(rubrics)
      .set({ zh, en, note, noteEn, effectiveFrom, content, revision: rubric.revision + 1 })
      .where(and(eq(rubrics.id, id), eq(rubrics.state, 'draft'), eq(rubrics.revision, input.revision)))
      .returning({ id: rubrics.id });
    if (saved.length === 0) throw new Refusal('changed-meanwhile');
    await tx.record('rubric.edited', { id, regionCode: '*' }, { title: zh, changed: changedIn(rubric.content, content) });
  });
}

/** The items stay those of the edition; their weights, the must-rules and the rest are the office's. */
async function edited(ctx: Ctx, { content, editionId }: { content: RubricContent; editionId: string }, input: RubricInput): Promise<RubricContent> {
  const rules = rulesOf(await getEdition(ctx, editionId));
  const unknown = input.must.some((id) => !rules.some((rule) => rule.id === id));
  if (unknown || Object.keys(input.weights).some((id) => !content.items.some((item) => item.id === id))) throw new Refusal('item-not-found', 400);
  const { passMark, borderline, minimumSample, negativeList } = input;
  return {
    ...content, passMark, borderline, minimumSample, negativeList,
    items: content.items.map((item) => ({ ...item, weight: input.weights[item.id] ?? item.weight })),
    mustRules: rules.filter(({ id }) => input.must.includes(id)).map(({ id, zh, en, section }) => ({ id, zh, en, sectionId: section.id })),
  };
}
