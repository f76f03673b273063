import { eq } from 'drizzle-orm';
import { freezeVersion } from './freeze-version.ts';
import { hold } from './hold.ts';
import type { PublishNoticeInput } from './input.ts';
import { notices } from './tables.server.ts';
import { allow } from '#app/domain/base/accounts/access.ts';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 公示: everybody sees the list for as many working days as the call says, the first day included. */
export function publishNotice(ctx: Ctx, id: string, input: PublishNoticeInput) {
  return change(ctx, async (tx) => {
    const { notice, regionCode } = await hold(tx, id);
    allow(tx, 'notice.publish', { regionCode });
    if (notice.state !== 'draft') throw new Refusal('notice-not-draft');

    const today = beijingDay(tx.now);
    const startsOn = input.starts === 'today' ? today : addDays(today, 1);
    const endsOn = await addWorkdays(tx, addDays(startsOn, -1), notice.workingDays);
    await tx.db.update(notices).set({ state: 'published', startsOn, endsOn, publishedAt: tx.now }).where(eq(notices.id, id));
    const frozen = await freezeVersion(tx, id, '');
    await tx.record('notice.published', { id, regionCode }, { title: notice.title, startsOn, endsOn, ...frozen });
  });
}
