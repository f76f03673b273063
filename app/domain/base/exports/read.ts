import { and, eq } from 'drizzle-orm';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Lists } from './list.ts';
import { listExports } from './tables.server.ts';

/** 我的导出: one's own only, newest first. */
export async function listMyExports(ctx: Ctx, cursor: Cursor = {}) {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  const { where, order, limit } = keyset(listExports.id, cursor, 30);
  const found = await ctx.db.select().from(listExports).where(and(eq(listExports.ownerId, ctx.actor.id), where)).orderBy(order).limit(limit);
  return pageOf(found, cursor, (row) => row.id, 30);
}

/** One of one's own; anybody else's does not exist. */
export async function getOwnExport(ctx: Ctx, id: string) {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  const [row] = isId(id) ? await ctx.db.select().from(listExports).where(and(eq(listExports.id, id), eq(listExports.ownerId, ctx.actor.id))) : [];
  if (!row) throw new Refusal('export-not-found', 404);
  return row;
}

/** 下载导出: by whoever ordered it, while it is kept, and while the right it was written under still stands. Leaves a record. */
export async function openExport(ctx: Ctx, lists: Lists, id: string) {
  const found = await getOwnExport(ctx, id);
  const { verb } = lists[found.list];
  allowAnywhere(ctx, 'list.export');
  allowAnywhere(ctx, verb);
  if (found.state === 'waiting') throw new Refusal('export-not-ready');
  if (found.state !== 'ready' || !found.expiresAt || found.expiresAt <= ctx.now) throw new Refusal('export-over', 410);
  const regions = regionsFor(ctx.actor, verb);
  if (!found.scope.every((code) => regions.some((region) => contains(region, code)))) throw new Refusal('export-scope-changed', 403);
  await change(ctx, (tx) => tx.record('export.downloaded', { id, regionCode: found.scope[0] ?? '*' }, { list: found.list, rows: found.rows }));
  return found;
}
