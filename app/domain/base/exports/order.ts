import { and, count, eq } from 'drizzle-orm';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { OrderExport } from './input.ts';
import type { Lists } from './list.ts';
import { atOnceRows, mostWaiting } from './model.ts';
import { listExports } from './tables.server.ts';
import { writeExport } from './write.ts';

/** 导出名单: by somebody who may read the list. A short one is written at once, a long one in the queue, and a message says when it is there. */
export async function orderExport(ctx: Ctx, lists: Lists, input: OrderExport): Promise<{ id: string; isReady: boolean }> {
  const { list, search, format } = input;
  const { verb } = lists[list];
  allowAnywhere(ctx, 'list.export');
  allowAnywhere(ctx, verb);
  await limit(ctx, `export:${ctx.actor.id}`, 60, 3600);

  const id = await change(ctx, async (tx) => {
    const waiting = await tx.db.select({ n: count() }).from(listExports).where(and(eq(listExports.ownerId, tx.actor.id), eq(listExports.state, 'waiting')));
    if (waiting[0]!.n >= mostWaiting) throw new Refusal('exports-too-many', 429);
    const [row] = await tx.db
      .insert(listExports)
      .values({ ownerId: tx.actor.id, list, search, format, locale: tx.locale, orderedAt: tx.now })
      .returning({ id: listExports.id });
    await tx.record('export.ordered', { id: row!.id, regionCode: regionsFor(tx.actor, verb)[0] ?? '*' }, { list, search, format });
    return row!.id;
  });
  return { id, isReady: (await writeExport(ctx, lists, id, { most: atOnceRows })) === 'ready' };
}
