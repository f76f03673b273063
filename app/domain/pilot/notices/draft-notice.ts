import { and, asc, eq, notExists } from 'drizzle-orm';
import type { DraftNoticeInput, EditNoticeInput } from './input.ts';
import { hold } from './hold.ts';
import { noticeEntries, notices } from './tables.server.ts';
import { allow } from '#app/domain/base/accounts/access.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 拟公示: the accepted applications of a call that no notice has named yet, as a list to be read before it is published. */
export function draftNotice(ctx: Ctx, input: DraftNoticeInput) {
  return change(ctx, async (tx) => {
    const [call] = await tx.db.select().from(calls).where(eq(calls.id, input.callId)).for('update');
    if (!call) throw new Refusal('call-not-found', 404);
    allow(tx, 'notice.edit', call);

    const accepted = await waitingForNotice(tx, call.id);
    if (accepted.length === 0) throw new Refusal('nothing-to-announce');

    const { title, body } = input;
    const [notice] = await tx.db
      .insert(notices)
      .values({ callId: call.id, title, body, workingDays: call.notice.noticeDays, createdBy: tx.actor.id, createdAt: tx.now })
      .returning({ id: notices.id });
    await tx.db.insert(noticeEntries).values(
      accepted.map(({ id, regionCode }, position) => ({ noticeId: notice!.id, applicationId: id, regionCode, position })),
    );
    await tx.record('notice.drafted', { id: notice!.id, regionCode: call.regionCode }, { title, callId: call.id, entries: accepted.length });
    return notice!.id;
  });
}

/** 待公示: accepted and on no notice yet, in the order of the codes. */
function waitingForNotice(ctx: Ctx, callId: string) {
  const named = ctx.db.select({ id: noticeEntries.applicationId }).from(noticeEntries).where(eq(noticeEntries.applicationId, applications.id));
  return ctx.db
    .select({ id: applications.id, regionCode: applications.regionCode })
    .from(applications)
    .where(and(eq(applications.callId, callId), eq(applications.status, 'accepted'), notExists(named)))
    .orderBy(asc(applications.regionCode))
    .limit(2000);
}

/** 修改公示稿: the title and the words above the list, while it is a draft. */
export function editNotice(ctx: Ctx, id: string, input: EditNoticeInput) {
  return change(ctx, async (tx) => {
    const { notice, regionCode } = await hold(tx, id);
    allow(tx, 'notice.edit', { regionCode });
    if (notice.state !== 'draft') throw new Refusal('notice-not-draft');
    await tx.db.update(notices).set(input).where(eq(notices.id, id));
    await tx.record('notice.edited', { id, regionCode }, { title: input.title });
  });
}

/** 弃用公示稿: its entries wait for the next draft. */
export function discardNotice(ctx: Ctx, id: string) {
  return change(ctx, async (tx) => {
    const { notice, regionCode } = await hold(tx, id);
    allow(tx, 'notice.edit', { regionCode });
    if (notice.state !== 'draft') throw new Refusal('notice-not-draft');
    await tx.db.delete(notices).where(eq(notices.id, id));
    await tx.record('notice.discarded', { id, regionCode }, { title: notice.title });
  });
}
