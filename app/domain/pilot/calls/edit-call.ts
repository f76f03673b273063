import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { callColumns, type CallInput } from './input.ts';
import { getCall } from './read.ts';
import { chosen } from './open-call.ts';
import { calls } from './tables.server.ts';

/** 修改批次: only while it is a draft, and never over what a colleague has just saved. */
export function editCall(ctx: Ctx, id: string, input: CallInput): Promise<void> {
  return change(ctx, async (tx) => {
    const call = await getCall(tx, id);
    allow(tx, 'call.edit', call);
    allow(tx, 'call.edit', input);
    if (call.state !== 'draft') throw new Refusal('call-not-draft');
    await chosen(tx, input);

    const columns = callColumns(input);
    const saved = await tx.db
      .update(calls)
      .set({ ...columns, revision: call.revision + 1 })
      .where(and(eq(calls.id, id), eq(calls.state, 'draft'), eq(calls.revision, input.revision ?? call.revision)))
      .returning({ id: calls.id });
    if (saved.length === 0) throw new Refusal('changed-meanwhile');

    const changed = Object.entries(columns).filter(([name, value]) => !isDeepStrictEqual(value, call[name as keyof typeof columns]));
    await tx.record('call.edited', { id, regionCode: input.regionCode }, { title: input.title, changed: changed.map(([name]) => name) });
  });
}
