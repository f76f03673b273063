import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { notices } from '#app/domain/pilot/notices/tables.server.ts';
import type { Change } from '#app/platform/change.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { isOpen, placeOf } from './model.ts';
import { keepOut } from './recusal.ts';
import { objections } from './tables.server.ts';

/** 锁住异议: held until the change is over, for those who may handle it and are not involved; after the final list nothing is handled. */
export async function holdObjection(tx: Change, id: string) {
  const [row] = isId(id)
    ? await tx.db
        .select({ objection: objections, regionCode: calls.regionCode, settings: calls.notice, notice: notices })
        .from(objections)
        .innerJoin(notices, eq(notices.id, objections.noticeId))
        .innerJoin(calls, eq(calls.id, notices.callId))
        .where(eq(objections.id, id))
        .for('update', { of: [objections, notices] })
    : [];
  if (!row) throw new Refusal('objection-not-found', 404);
  const { level } = row.objection;
  allow(tx, level === 2 ? 'objection.appeal' : 'objection.answer', { regionCode: placeOf(level, row.regionCode) });
  await keepOut(tx, id);
  if (row.notice.state !== 'published') throw new Refusal('notice-final');
  return row;
}

/** 未办结的异议, held. */
export async function holdOpen(tx: Change, id: string) {
  const held = await holdObjection(tx, id);
  if (!isOpen(held.objection.state)) throw new Refusal('objection-answered');
  return held;
}
