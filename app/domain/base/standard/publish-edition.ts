import { and, eq } from 'drizzle-orm';
import { dropDraft } from './drop-draft.ts';
import { editions } from './tables.server.ts';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 发布规范: from now on it is the current edition, and nothing in it changes any more. */
export function publishEdition(ctx: Ctx, id: string) {
  return change(ctx, async (tx) => {
    allow(tx, 'standard.publish', { regionCode: '*' });
    const moved = await tx.db
      .update(editions)
      .set({ state: 'published', publishedAt: tx.now, effectiveFrom: beijingDay(tx.now) })
      .where(and(eq(editions.id, id), eq(editions.state, 'draft')))
      .returning({ hash: editions.hash });
    if (!moved[0]) throw new Refusal('edition-not-draft');
    await tx.record('standard.edition-published', { id, regionCode: '*' }, moved[0]);
  });
}

/** 弃用草稿: a draft that is not wanted goes, unless a call stands under it; a published edition stays for ever. */
export function discardEdition(ctx: Ctx, id: string) {
  return change(ctx, async (tx) => {
    allow(tx, 'standard.publish', { regionCode: '*' });
    const hash = await dropDraft(tx, id);
    if (!hash) throw new Refusal('edition-not-draft');
    await tx.record('standard.edition-discarded', { id, regionCode: '*' }, { hash });
  });
}
