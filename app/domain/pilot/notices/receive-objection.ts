import { and, eq } from 'drizzle-orm';
import { hold } from './hold.ts';
import type { ObjectionInput } from './input.ts';
import { phaseOf } from './model.ts';
import { noticeEntries, objections } from './tables.server.ts';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newCode } from '#app/platform/spoken-code.ts';

/**
 * 提出异议: anybody may, with a name or without, until the last day of the notice ends in Beijing. The record names nobody,
 * not even a person who is signed in, and no request that would lead to them. Whoever wrote it gets a code and sees with it what became of the objection.
 */
export async function receiveObjection(ctx: Ctx, noticeId: string, input: ObjectionInput): Promise<string> {
  await limit(ctx, `objection:${ctx.address ?? 'unknown'}`, 10, 3600);
  return change({ ...ctx, actor: visitor, requestId: '' }, async (tx) => {
    const { notice, regionCode, settings } = await hold(tx, noticeId);
    const today = beijingDay(tx.now);
    const phase = phaseOf(notice, today);
    if (phase === 'draft') throw new Refusal('notice-not-found', 404);
    if (phase !== 'open') throw new Refusal('notice-not-open');

    const applicationId = input.applicationId || null;
    if (applicationId) {
      const listed = and(eq(noticeEntries.noticeId, noticeId), eq(noticeEntries.applicationId, applicationId));
      const [entry] = await tx.db.select({ state: noticeEntries.state }).from(noticeEntries).where(listed);
      if (!entry) throw new Refusal('entry-not-found', 404);
    }

    const isAnonymous = input.manner === 'anonymous';
    const code = newCode();
    const answerDueOn = await addWorkdays(tx, today, settings.answerDays);
    const [row] = await tx.db
      .insert(objections)
      .values({
        noticeId, applicationId, isAnonymous, code, answerDueOn, content: input.content, receivedAt: tx.now,
        name: isAnonymous ? '' : input.name,
        contact: isAnonymous ? '' : input.contact,
      })
      .returning({ id: objections.id });
    await tx.record('objection.received', { id: row!.id, regionCode }, { noticeId, isAnonymous, answerDueOn });
    return code;
  });
}
