import { and, eq, ne } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { SaveView } from './input.ts';
import { mostViews } from './model.ts';
import { savedViews } from './tables.server.ts';

/** 保存视图 under a name; the same name again takes the new filters. At most one is the default, shown when the list is opened. */
export async function saveView(ctx: Ctx, { list, name, search, isDefault }: SaveView): Promise<void> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  await change(ctx, async (tx) => {
    const mine = and(eq(savedViews.userId, tx.actor.id), eq(savedViews.list, list));
    const others = await tx.db.select({ id: savedViews.id }).from(savedViews).where(and(mine, ne(savedViews.name, name)));
    if (others.length >= mostViews) throw new Refusal('too-many-views');
    if (isDefault) await tx.db.update(savedViews).set({ isDefault: false }).where(and(mine, eq(savedViews.isDefault, true)));
    const row = { search, isDefault, savedAt: tx.now };
    await tx.db.insert(savedViews).values({ userId: tx.actor.id, list, name, ...row }).onConflictDoUpdate({ target: [savedViews.userId, savedViews.list, savedViews.name], set: row });
    await tx.record('view.saved', { id: tx.actor.id, regionCode: '*' }, { list, name, isDefault });
  });
}
