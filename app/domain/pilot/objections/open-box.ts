import { eq, sql } from 'drizzle-orm';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { endHold } from '#app/domain/pilot/notices/holds.ts';
import { notices } from '#app/domain/pilot/notices/tables.server.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays } from '#app/platform/dates.ts';
import { log } from '#app/platform/log.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { enterObjection, type Given } from './enter-objection.ts';
import { appeal, reply, type Said, withdraw } from './objector-acts.ts';
import { objectionBox, objections } from './tables.server.ts';

/** 开箱: once a day what came without a name is entered, in no order that tells anything; from then on it is an objection like any other. */
export async function openBox(ctx: Ctx): Promise<string> {
  const waiting = await ctx.db.select({ id: objectionBox.id }).from(objectionBox).orderBy(sql`${objectionBox.act} <> 'object'`, objectionBox.id).limit(2000);
  let done = 0;
  for (const { id } of waiting) {
    const refused = await change({ ...ctx, requestId: '' }, (tx) => takeOut(tx, id)).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return error.code;
    });
    if (refused) await throwAway(ctx, id, refused);
    else done += 1;
  }
  return String(done);
}

/** What can no longer be done, since the office was faster, leaves nothing behind. */
async function throwAway(ctx: Ctx, id: string, code: string): Promise<void> {
  log().warn({ code }, 'something in the box of objections came too late');
  const [row] = await ctx.db.delete(objectionBox).where(eq(objectionBox.id, id)).returning({ holdId: objectionBox.holdId, day: objectionBox.day });
  if (row) await endHold(ctx, row.holdId, addDays(row.day, -1));
}

async function takeOut(tx: Change, id: string): Promise<void> {
  const [row] = await tx.db.delete(objectionBox).where(eq(objectionBox.id, id)).returning();
  if (!row) throw new Refusal('changed-meanwhile');
  const { act, day, content, holdId } = row;
  if (act === 'object') {
    const [place] = await tx.db
      .select({ regionCode: calls.regionCode, settings: calls.notice })
      .from(notices)
      .innerJoin(calls, eq(calls.id, notices.callId))
      .where(eq(notices.id, row.noticeId));
    await enterObjection(tx, { ...(content as Omit<Given, 'holdId'>), holdId: holdId! }, { regionCode: place!.regionCode, answerDays: place!.settings.answerDays });
    return;
  }
  const [objection] = await tx.db.select().from(objections).where(eq(objections.id, row.objectionId!)).for('update');
  const deed = { reply, withdraw, appeal }[act];
  await deed(tx, objection!, { ...(content as Said), day, holdId });
}
