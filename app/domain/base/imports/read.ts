import { and, asc, count, eq, gt } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { RowState } from './model.ts';
import { importRows, imports } from './tables.server.ts';

export type Import = typeof imports.$inferSelect;
export type ImportRow = typeof importRows.$inferSelect;

/** 我的导入: one's own only, newest first. */
export async function listMyImports(ctx: Ctx, cursor: Cursor = {}) {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  const { where, order, limit } = keyset(imports.id, cursor, 30);
  const found = await ctx.db.select().from(imports).where(and(eq(imports.ownerId, ctx.actor.id), where)).orderBy(order).limit(limit);
  return pageOf(found, cursor, (row) => row.id, 30);
}

/** One of one's own; anybody else's does not exist. */
export async function getOwnImport(ctx: Ctx, id: string): Promise<Import> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  const [row] = isId(id) ? await ctx.db.select().from(imports).where(and(eq(imports.id, id), eq(imports.ownerId, ctx.actor.id))) : [];
  if (!row) throw new Refusal('import-not-found', 404);
  return row;
}

/** 导入预览: the import with how many rows stand where, and some of its rows. */
export async function getImport(ctx: Ctx, id: string, asked: { state?: RowState | undefined; from?: number | undefined } = {}, size = 100) {
  const found = await getOwnImport(ctx, id);
  const counts = await ctx.db.select({ state: importRows.state, n: count() }).from(importRows).where(eq(importRows.importId, id)).groupBy(importRows.state);
  const rows = await ctx.db
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, id), asked.state ? eq(importRows.state, asked.state) : undefined, gt(importRows.line, asked.from ?? 0)))
    .orderBy(asc(importRows.line))
    .limit(size + 1);
  return {
    ...found,
    counts: Object.fromEntries(counts.map(({ state, n }) => [state, n])) as Partial<Record<RowState, number>>,
    page: rows.slice(0, size),
    next: rows.length > size ? rows[size - 1]!.line : undefined,
  };
}

/** All rows of one's own import, for a sheet. */
export function rowsOf(ctx: Ctx, importId: string): Promise<ImportRow[]> {
  return ctx.db.select().from(importRows).where(eq(importRows.importId, importId)).orderBy(asc(importRows.line));
}
