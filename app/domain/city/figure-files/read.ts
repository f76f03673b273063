import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { figureFiles } from './tables.server.ts';

const { content: _, ...shown } = getTableColumns(figureFiles);
export type FigureFile = Omit<typeof figureFiles.$inferSelect, 'content'>;

/** 我的数值表: one's own only, newest first; each says how many there are in `all`. */
export function listFigureFiles(ctx: Ctx): Promise<(FigureFile & { all: number })[]> {
  allowAnywhere(ctx, 'value.record');
  return ctx.db.select({ ...shown, all: sql<number>`(count(*) over ())::int` }).from(figureFiles).where(eq(figureFiles.ownerId, ctx.actor.id)).orderBy(desc(figureFiles.id)).limit(20);
}

/** One of one's own; anybody else's does not exist. */
export async function getFigureFile(ctx: Ctx, id: string): Promise<FigureFile> {
  allowAnywhere(ctx, 'value.record');
  const [row] = isId(id) ? await ctx.db.select(shown).from(figureFiles).where(and(eq(figureFiles.id, id), eq(figureFiles.ownerId, ctx.actor.id))) : [];
  if (!row) throw new Refusal('figure-file-not-found', 404);
  return row;
}
