import { and, eq } from 'drizzle-orm';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { releaseFiles } from '#app/domain/base/files/hold-files.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { filesOf } from './files-of.ts';
import { type HeldItem, holdItem, type ItemAt, itemAt } from './hold-item.ts';
import { limitOf } from './limit.ts';
import type { ItemKind } from './model.ts';
import { moderationItems } from './tables.server.ts';

/** 保全解除之后: what was evidence of a protection report goes with its ground; where there was nothing in it, people read it again. */
export async function followProtection(ctx: Ctx, { kind, subjectId, ending }: Record<string, unknown>): Promise<string | void> {
  const own = and(eq(moderationItems.kind, String(kind) as ItemKind), eq(moderationItems.subjectId, String(subjectId)), eq(moderationItems.state, 'protected'));
  const [found] = await ctx.db.select({ id: moderationItems.id, regionCode: moderationItems.regionCode }).from(moderationItems).where(own);
  if (!found) return;
  return change(ctx, async (tx) => {
    const [item] = await tx.db.select().from(moderationItems).where(itemAt(found)).for('update');
    return release(tx, item!, ending !== 'unfounded');
  });
}

/** 解锁 of what was reported to an authority, once it has no more use for it: by another person than reported it; the copy in the report stays. */
export function endLock(ctx: Ctx, at: ItemAt, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const item = await holdItem(tx, at);
    if (item.state !== 'escalated' || !item.isLocked) throw new Refusal('moderation-not-locked');
    if (item.concludedBy === tx.actor.id) throw new Refusal('moderation-second-person', 403);
    if (reason.trim().length < 4) throw new Refusal('protection-reason', 422);
    await releaseFiles(tx, (await filesOf(tx, [item])).map(({ fileId }) => fileId), 'moderation-report');
    await release(tx, item, true);
  });
}

/** Its own room drops the words on `moderation.released`, by its own rules; what was taken back or forgotten meanwhile is never returned. */
async function release(tx: Change, item: HeldItem, isOver: boolean): Promise<'dropped' | 'returned'> {
  const outcome = isOver || item.dropAfterLock ? 'dropped' : 'returned';
  if (outcome === 'dropped') await tx.db.delete(moderationItems).where(itemAt(item));
  else {
    const dueOn = await addWorkdays(tx, beijingDay(tx.now), await limitOf(tx, item.regionCode));
    await tx.db.update(moderationItems).set({ state: 'waiting', isLocked: false, firstBy: null, concludedBy: null, concludedByName: null, concludedAt: null, dueOn, toldLateAt: null }).where(itemAt(item));
  }
  await tx.record('moderation.released', item, { kind: item.kind, subjectId: item.subjectId, outcome });
  return outcome;
}
