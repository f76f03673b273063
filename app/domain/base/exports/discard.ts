import { and, eq, lte } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { removeFile, removeUnfinished } from './place.ts';
import { getOwnExport } from './read.ts';
import { listExports } from './tables.server.ts';

/** 删除导出: by whoever ordered it; one that still waits is then not written. */
export async function discardExport(ctx: Ctx, id: string): Promise<void> {
  const found = await getOwnExport(ctx, id);
  await change(ctx, async (tx) => {
    await tx.db.delete(listExports).where(eq(listExports.id, id));
    await tx.record('export.discarded', { id, regionCode: found.scope[0] ?? '*' }, { list: found.list });
  });
  await removeFile(id, found.format);
}

/** 清理导出: files whose days are over go, and so does what dead writers left. */
export async function clearExports(ctx: Ctx): Promise<string> {
  const over = await ctx.db
    .select({ id: listExports.id, format: listExports.format })
    .from(listExports)
    .where(and(eq(listExports.state, 'ready'), lte(listExports.expiresAt, ctx.now)))
    .limit(1000);
  for (const { id, format } of over) {
    await removeFile(id, format);
    await ctx.db.update(listExports).set({ state: 'expired' }).where(eq(listExports.id, id));
  }
  await removeUnfinished(ctx.now.getTime() - 86_400_000);
  return String(over.length);
}
