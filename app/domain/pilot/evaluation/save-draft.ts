import { levelChanges, lowered } from './model.ts';
import { sql } from 'drizzle-orm';
import type { Levels } from '#app/domain/base/rule-results/model.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Evaluation, holdEvaluation, onlyEvaluator, rowOf } from './hold.ts';
import type { SaveDraftInput } from './input.ts';
import { itemsOf, levelsOf } from './items.ts';
import { evaluationLevels, evaluations } from './tables.server.ts';

/** 保存评估初稿: the items of one page and what is said of the whole. After the community saw it, nothing is lowered behind its back. */
export function saveDraft(ctx: Ctx, code: string, id: string, { revision, items, ...said }: SaveDraftInput): Promise<number> {
  return change(ctx, async (tx) => {
    const row = await holdEvaluation(tx, code, id);
    await onlyEvaluator(tx, row);
    if (row.revision !== revision) throw new Refusal('changed-meanwhile');
    if (row.state === 'commenting' && !isCommentOver(row, beijingDay(tx.now))) throw new Refusal('evaluation-with-community');
    const known = new Set((await itemsOf(tx, row)).map((item) => item.id));
    if (items.some((item) => !known.has(item.id))) throw new Refusal('rule-of-another-edition');
    await writeItems(tx, row, items);
    if (row.state === 'commenting') await onlyUpwards(tx, row, [...known]);
    await tx.db
      .update(evaluations)
      .set({
        revision: revision + 1,
        ...(said.summary === undefined ? {} : { summary: said.summary }), ...(said.strengths === undefined ? {} : { strengths: said.strengths }),
        ...(said.advice === undefined ? {} : { advice: said.advice }), ...(said.reply === undefined || row.state !== 'commenting' ? {} : { reply: said.reply }),
      })
      .where(rowOf(row));
    const isReply = row.state === 'commenting' && Boolean(said.reply) && said.reply !== row.reply;
    await tx.record(isReply ? 'evaluation.replied' : 'evaluation.saved', { id, regionCode: row.regionCode }, { items: items.length });
    return revision + 1;
  });
}

/** 意见期满: when the community has answered, or its days are over. */
export function isCommentOver({ commentedAt, commentUntil }: Pick<Evaluation, 'commentedAt' | 'commentUntil'>, today: string): boolean {
  return commentedAt !== null || (commentUntil !== null && today > commentUntil);
}

async function writeItems(tx: Change, row: Evaluation, items: SaveDraftInput['items']): Promise<void> {
  if (items.length === 0) return;
  await tx.db
    .insert(evaluationLevels)
    .values(items.map(({ id, level, note }) => ({ countyCode: row.countyCode, evaluationId: row.id, itemId: id, level, note })))
    .onConflictDoUpdate({ target: [evaluationLevels.countyCode, evaluationLevels.evaluationId, evaluationLevels.itemId], set: { level: sql`excluded.level`, note: sql`excluded.note` } });
}

async function onlyUpwards(tx: Change, row: Evaluation, ids: readonly string[]): Promise<void> {
  const now: Levels = Object.fromEntries((await levelsOf(tx, row)).flatMap(({ id, level }) => (level ? [[id, level] as const] : [])));
  const shown = row.shown ?? {};
  if (lowered(levelChanges(ids, shown, now)).length > 0 || ids.some((id) => shown[id] && !now[id])) throw new Refusal('evaluation-lowered');
}
