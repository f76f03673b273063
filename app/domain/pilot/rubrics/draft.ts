import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { DraftInput } from './input.ts';
import type { RubricContent } from './model.ts';
import { rubricOf } from './of-edition.ts';
import { findLatest, getRubric } from './read.ts';
import { rubrics } from './tables.server.ts';

/** 起草评分表: made from a published edition, or as a copy of an earlier rubric, to be edited before it is published. */
export function draftRubric(ctx: Ctx, input: DraftInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'rubric.edit', { regionCode: '*' });
    const { editionId, content } = await beginning(tx, input);
    const [made] = await tx.db
      .insert(rubrics)
      .values({ editionId, content, zh: input.zh, en: input.en, effectiveFrom: input.effectiveFrom, createdBy: tx.actor.id, createdAt: tx.now })
      .returning({ id: rubrics.id });
    await tx.record('rubric.drafted', { id: made!.id, regionCode: '*' }, { title: input.zh, editionId, level: content.level });
    return made!.id;
  });
}

/** Where nothing was ever published the office decides everything itself. */
const unsettled = { passMark: null, borderline: 0, minimumSample: 6, negativeList: [] };

/** What is not in the edition is taken over from the rubric published last. */
async function beginning(tx: Ctx, { basedOn, editionId, level }: DraftInput): Promise<{ editionId: string; content: RubricContent }> {
  if (basedOn !== '') return getRubric(tx, basedOn);
  const edition = await getEdition(tx, editionId);
  if (edition.state !== 'published') throw new Refusal('edition-not-published');
  const { passMark, borderline, minimumSample, negativeList } = (await findLatest(tx)) ?? unsettled;
  return { editionId, content: rubricOf(edition, { level, passMark, borderline, minimumSample, negativeList, mustBasis: ['law'] }) };
}

/** 弃用草稿: a draft goes; a published rubric stays for ever. */
export function discardRubric(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'rubric.edit', { regionCode: '*' });
    const rubric = await getRubric(tx, id);
    const gone = await tx.db.delete(rubrics).where(and(eq(rubrics.id, id), eq(rubrics.state, 'draft'))).returning({ id: rubrics.id });
    if (gone.length === 0) throw new Refusal('rubric-not-draft');
    await tx.record('rubric.discarded', { id, regionCode: '*' }, { title: rubric.zh });
  });
}
