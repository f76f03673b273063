import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { ViewedList } from './model.ts';
import { listColumns } from './tables.server.ts';

/** 选择列: which columns of a list this person leaves out from now on. */
export async function chooseColumns(ctx: Ctx, list: ViewedList, hidden: string[]): Promise<void> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  await change(ctx, async (tx) => {
    await tx.db.insert(listColumns).values({ userId: tx.actor.id, list, hidden }).onConflictDoUpdate({ target: [listColumns.userId, listColumns.list], set: { hidden } });
    await tx.record('view.columns-chosen', { id: tx.actor.id, regionCode: '*' }, { list, hidden });
  });
}
