import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { freezeVersion } from './freeze-version.ts';
import { hold } from './hold.ts';
import type { CorrectEntryInput, CorrectNoticeInput } from './input.ts';
import { reshowDaysOf } from './model.ts';
import { noticeEntries, notices } from './tables.server.ts';

/** 移出名单: the entry stays to be read, with the reason, and is no longer on the list. */
export function removeEntry(ctx: Ctx, noticeId: string, applicationId: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { regionCode } = await holdShown(tx, noticeId);
    await setEntry(tx, noticeId, applicationId, { state: 'removed', removedReason: reason });
    const frozen = await freezeVersion(tx, noticeId, reason);
    await tx.record('notice.entry-removed', { id: noticeId, regionCode }, { applicationId, reason, ...frozen });
  });
}

/** 恢复条目: after an appeal of the applicant the entry is on the list again, with the words that say so; shown anew. */
export function restoreEntry(ctx: Ctx, noticeId: string, applicationId: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdShown(tx, noticeId);
    await setEntry(tx, noticeId, applicationId, { state: 'standing', removedReason: '', correction: reason.slice(0, 500) }, 'removed');
    const endsOn = await showAnew(tx, held);
    const frozen = await freezeVersion(tx, noticeId, reason);
    await tx.record('notice.entry-restored', { id: noticeId, regionCode: held.regionCode }, { applicationId, reason, endsOn, ...frozen });
  });
}

/** 更正条目: what is put right about one entry, in words that everybody reads beside it; shown anew. */
export function correctEntry(ctx: Ctx, noticeId: string, input: CorrectEntryInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { applicationId, correction } = input;
    const held = await holdShown(tx, noticeId);
    await setEntry(tx, noticeId, applicationId, { correction });
    const endsOn = await showAnew(tx, held);
    const frozen = await freezeVersion(tx, noticeId, correction);
    await tx.record('notice.entry-corrected', { id: noticeId, regionCode: held.regionCode }, { applicationId, reason: correction, endsOn, ...frozen });
  });
}

/** 更正公示: its title or words, with the reason; shown anew, and what was shown before stays to be read. */
export function correctNotice(ctx: Ctx, noticeId: string, input: CorrectNoticeInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { title, body, reason } = input;
    const held = await holdShown(tx, noticeId);
    if (title === held.notice.title && body === held.notice.body) throw new Refusal('notice-unchanged');
    await tx.db.update(notices).set({ title, body }).where(eq(notices.id, noticeId));
    const endsOn = await showAnew(tx, held);
    const frozen = await freezeVersion(tx, noticeId, reason);
    await tx.record('notice.corrected', { id: noticeId, regionCode: held.regionCode }, { title, reason, endsOn, ...frozen });
  });
}

/** Held for those who edit notices, while it is published and not final. */
export async function holdShown(tx: Change, noticeId: string) {
  const held = await hold(tx, noticeId);
  allow(tx, 'notice.edit', held);
  if (held.notice.state === 'final') throw new Refusal('notice-final');
  if (held.notice.state !== 'published') throw new Refusal('notice-not-published');
  return held;
}

async function setEntry(tx: Change, noticeId: string, applicationId: string, set: Partial<typeof noticeEntries.$inferInsert>, from: 'standing' | 'removed' = 'standing'): Promise<void> {
  const changed = await tx.db
    .update(noticeEntries)
    .set(set)
    .where(and(eq(noticeEntries.noticeId, noticeId), eq(noticeEntries.applicationId, applicationId), eq(noticeEntries.state, from)))
    .returning({ id: noticeEntries.applicationId });
  if (changed.length === 0) throw new Refusal('entry-not-found', 404);
}

/** 重新公示: at least so many working days after today, whatever was left of the period. */
export async function showAnew(tx: Change, { notice, settings }: Awaited<ReturnType<typeof hold>>, days = reshowDaysOf(settings)): Promise<string> {
  const least = await addWorkdays(tx, beijingDay(tx.now), days);
  const endsOn = notice.endsOn! > least ? notice.endsOn! : least;
  if (endsOn !== notice.endsOn) await tx.db.update(notices).set({ endsOn }).where(eq(notices.id, notice.id));
  return endsOn;
}
