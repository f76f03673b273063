import { and, eq, ne } from 'drizzle-orm';
import type { AnswerInput } from './input.ts';
import { noticeEntries, notices, objections } from './tables.server.ts';
import { allow } from '#app/domain/base/accounts/access.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 受理异议: somebody looks into it from now on. */
export function takeUpObjection(ctx: Ctx, id: string) {
  return change(ctx, async (tx) => {
    const { regionCode, objection } = await holdObjection(tx, id);
    if (objection.state !== 'received') throw new Refusal('objection-taken-up');
    await tx.db.update(objections).set({ state: 'under-review' }).where(eq(objections.id, id));
    await tx.record('objection.taken-up', { id, regionCode }, { noticeId: objection.noticeId });
  });
}

/** 答复异议: upheld takes the entry it is about off the list with the reason; dismissed says why it stays. */
export function answerObjection(ctx: Ctx, id: string, input: AnswerInput) {
  return change(ctx, async (tx) => {
    const { regionCode, objection } = await holdObjection(tx, id);
    if (objection.state === 'answered') throw new Refusal('objection-answered');

    const { outcome, answer } = input;
    await tx.db
      .update(objections)
      .set({ state: 'answered', outcome, answer, answeredBy: tx.actor.id, answeredAt: tx.now })
      .where(and(eq(objections.id, id), ne(objections.state, 'answered')));
    await tx.record('objection.answered', { id, regionCode }, { noticeId: objection.noticeId, outcome });

    if (outcome === 'upheld' && objection.applicationId) await removeEntry(tx, regionCode, objection.noticeId, objection.applicationId, answer);
  });
}

async function removeEntry(tx: Change, regionCode: string, noticeId: string, applicationId: string, reason: string) {
  await tx.db
    .update(noticeEntries)
    .set({ state: 'removed', removedReason: reason })
    .where(and(eq(noticeEntries.noticeId, noticeId), eq(noticeEntries.applicationId, applicationId)));
  await tx.record('notice.entry-removed', { id: noticeId, regionCode }, { applicationId, reason });
}

/** The objection, held until the change is over, for those who may answer it; after the final list nothing is answered. */
async function holdObjection(tx: Change, id: string) {
  const [row] = isId(id)
    ? await tx.db
        .select({ objection: objections, regionCode: calls.regionCode, noticeState: notices.state })
        .from(objections)
        .innerJoin(notices, eq(notices.id, objections.noticeId))
        .innerJoin(calls, eq(calls.id, notices.callId))
        .where(eq(objections.id, id))
        .for('update', { of: [objections, notices] })
    : [];
  if (!row) throw new Refusal('objection-not-found', 404);
  allow(tx, 'objection.answer', row);
  if (row.noticeState !== 'published') throw new Refusal('notice-final');
  return row;
}
