import { eq } from 'drizzle-orm';
import { notices } from './tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 锁住公示: the notice with its call, held until the change is over, so that two changes come one after the other. */
export async function hold(tx: Ctx, id: string) {
  const [row] = isId(id)
    ? await tx.db
        .select({ notice: notices, regionCode: calls.regionCode, settings: calls.notice, callTitle: calls.title, questionSetId: calls.questionSetId })
        .from(notices)
        .innerJoin(calls, eq(calls.id, notices.callId))
        .where(eq(notices.id, id))
        .for('update', { of: notices })
    : [];
  if (!row) throw new Refusal('notice-not-found', 404);
  return row;
}
