import { and, eq } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { needPicturesSettled } from './approve.ts';
import { holdItem, type ItemAt, itemAt, needOpen, settle } from './hold-item.ts';
import { type FieldText, findPrivate, type ItemKind, type Label } from './model.ts';
import { moderationItems } from './tables.server.ts';

/** 改后征求同意: the text as it would be shown stands beside the child's own; it is public only when the child or a guardian agrees. */
export function editText(ctx: Ctx, at: ItemAt, { texts, labels }: { texts: readonly FieldText[]; labels: readonly Label[] }): Promise<void> {
  return change(ctx, async (tx) => {
    const item = await holdItem(tx, at);
    needOpen(item);
    if (item.from !== 'child') throw new Refusal('moderation-edit-adult', 422);
    const edited = item.texts.map(({ field, text }) => ({ field, text: texts.find((one) => one.field === field)?.text.trim() ?? text }));
    if (edited.every(({ text }, i) => text === item.texts[i]!.text)) throw new Refusal('moderation-edit-same', 422);
    if (edited.every(({ text }) => text === '')) throw new Refusal('moderation-edit-empty', 422);
    if (edited.some(({ text }) => findPrivate(text).length > 0)) throw new Refusal('moderation-edit-private', 422);
    await needPicturesSettled(tx, item);
    await settle(tx, item, 'to-agree', { edited, agreedAt: null, agreedBy: null, labels: [...new Set([...item.labels, ...labels])] });
  });
}

/**
 * 孩子说行不行: part of the change of the page where the child or guardian answers; that room has made sure who they are.
 * Agreed it is public (or waits for its second reader); declined it stays unpublished and lies before the moderators again.
 */
export async function answerEdit(tx: Change, { kind, subjectId, regionCode }: { kind: ItemKind; subjectId: string; regionCode: string }, agrees: boolean, by: 'child' | 'guardian'): Promise<void> {
  const [item] = await tx.db
    .select()
    .from(moderationItems)
    .where(and(eq(moderationItems.countyCode, countyCode(regionCode)), eq(moderationItems.kind, kind), eq(moderationItems.subjectId, subjectId)))
    .for('update');
  if (!item) throw new Refusal('moderation-not-found', 404);
  if (item.state !== 'to-agree') throw new Refusal('moderation-nothing-to-agree');
  const about = { kind, subjectId };
  if (!agrees) {
    await tx.db.update(moderationItems).set({ state: 'held', declinedAt: tx.now }).where(itemAt(item));
    await tx.record('moderation.edit-declined', item, about);
    return;
  }
  const state = item.needsTwo ? 'second' : 'approved';
  await needPicturesSettled(tx, item);
  await tx.db.update(moderationItems).set({ state, agreedBy: by, agreedAt: tx.now, ...(item.needsTwo ? { firstBy: item.concludedBy } : {}) }).where(itemAt(item));
  await tx.record('moderation.edit-agreed', item, { ...about, by });
  if (state === 'approved') await tx.record('moderation.concluded', item, { ...about, outcome: 'approved' });
}
