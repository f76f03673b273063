import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { ExtendInput } from './input.ts';
import { getCall } from './read.ts';
import { callExtensions, calls } from './tables.server.ts';

type Moved = { id: string; regionCode: string; title: string; closesOn: string };

/** 延期: the last day moves later, never earlier, and the reason is told to everybody with a draft. */
export function extendCall(ctx: Ctx, id: string, input: ExtendInput): Promise<void> {
  return change(ctx, async (tx) => {
    const call = await getCall(tx, id);
    allow(tx, 'call.publish', call);
    if (call.state !== 'published') throw new Refusal('call-not-published');
    if (input.closesOn <= call.closesOn) throw new Refusal('extension-not-later');

    await moveLastDay(tx, call, input.closesOn, input.reason);
  });
}

/** What an extension does, whoever decides it; part of a change. */
export async function moveLastDay(tx: Change, call: Moved, to: string, reason: string, facts: Record<string, unknown> = {}): Promise<void> {
  const moved = await tx.db
    .update(calls)
    .set({ closesOn: to })
    .where(and(eq(calls.id, call.id), eq(calls.state, 'published'), eq(calls.closesOn, call.closesOn)))
    .returning({ id: calls.id });
  if (moved.length === 0) throw new Refusal('changed-meanwhile');
  await tx.db.insert(callExtensions).values({ callId: call.id, from: call.closesOn, to, reason, by: tx.actor.id, at: tx.now });
  await tx.record('call.extended', call, { title: call.title, from: call.closesOn, to, reason, ...facts });
}
