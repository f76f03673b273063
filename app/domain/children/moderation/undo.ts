import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type HeldItem, holdItem, type ItemAt, itemAt } from './hold-item.ts';
import { undoMinutes } from './model.ts';
import { moderationItems } from './tables.server.ts';

/** 可撤回: by whoever concluded it, for some minutes, while the child has not answered and nothing is locked. */
export function mayUndo(item: Pick<HeldItem, 'state' | 'isLocked' | 'concludedBy' | 'concludedAt' | 'agreedAt' | 'declinedAt'>, actorId: string, now: Date): boolean {
  if (item.isLocked || item.concludedBy !== actorId || !item.concludedAt || item.agreedAt || item.declinedAt) return false;
  return item.state !== 'waiting' && now.getTime() - item.concludedAt.getTime() <= undoMinutes * 60_000;
}

/** 撤回结论: it waits again as it did before. */
export function undoConclusion(ctx: Ctx, at: ItemAt): Promise<void> {
  return change(ctx, async (tx) => {
    const item = await holdItem(tx, at);
    if (!mayUndo(item, tx.actor.id, tx.now)) throw new Refusal('moderation-undo-over');
    const isSecond = item.firstBy !== null && item.state !== 'second';
    await tx.db
      .update(moderationItems)
      .set({
        state: isSecond ? 'second' : 'waiting', edited: null, reason: null, note: '', concludedBy: isSecond ? item.firstBy : null, concludedByName: null, concludedAt: null,
        ...(isSecond ? {} : { firstBy: null, labels: [] }),
      })
      .where(itemAt(item));
    await tx.record('moderation.reopened', item, { kind: item.kind, subjectId: item.subjectId, was: item.state });
  });
}
