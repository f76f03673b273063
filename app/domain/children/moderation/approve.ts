import { and, eq } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type HeldItem, holdItem, type ItemAt, itemAt, needOpen, settle } from './hold-item.ts';
import type { ApproveInput } from './input.ts';
import { privateKinds } from './model.ts';
import { needPortraitConsents } from './portrait-consents.ts';
import { moderationFiles, moderationItems, moderationPortraits } from './tables.server.ts';

/** 通过: public from now on, or, where two people read it, after the second of them. */
export function approveItem(ctx: Ctx, at: ItemAt, { labels, looked }: ApproveInput): Promise<'approved' | 'second'> {
  return change(ctx, async (tx) => {
    const item = await holdItem(tx, at);
    needOpen(item);
    if (item.state === 'second' && item.firstBy === tx.actor.id) throw new Refusal('moderation-second-person', 403);
    const tellsPrivate = !item.agreedAt && item.flags.some(({ why }) => (privateKinds as readonly string[]).includes(why));
    if (tellsPrivate && looked !== 'yes') throw new Refusal('moderation-private-there', 422);
    await needPicturesSettled(tx, item);
    const marked = [...new Set([...item.labels, ...labels])];
    if (item.needsTwo && item.state !== 'second') {
      await tx.db
        .update(moderationItems)
        .set({ state: 'second', labels: marked, firstBy: tx.actor.id, concludedBy: tx.actor.id, concludedByName: tx.actor.name, concludedAt: tx.now })
        .where(itemAt(item));
      await tx.record('moderation.first-read', item, { kind: item.kind, subjectId: item.subjectId });
      return 'second';
    }
    await settle(tx, item, 'approved', { labels: marked });
    return 'approved';
  });
}

/** 图已看过: nobody's face is public unseen, and whoever can be recognised has agreed to it. */
export async function needPicturesSettled(tx: Change, item: HeldItem): Promise<void> {
  const pictures = await tx.db
    .select({ faces: moderationFiles.faces })
    .from(moderationFiles)
    .where(and(eq(moderationFiles.countyCode, item.countyCode), eq(moderationFiles.itemId, item.id), eq(moderationFiles.isPicture, true)));
  if (pictures.some(({ faces }) => faces === 'unknown')) throw new Refusal('moderation-faces-unknown', 422);
  const portraits = await tx.db
    .select({ childId: moderationPortraits.childId })
    .from(moderationPortraits)
    .where(and(eq(moderationPortraits.countyCode, item.countyCode), eq(moderationPortraits.itemId, item.id)));
  await needPortraitConsents(tx, portraits.map(({ childId }) => childId));
}
