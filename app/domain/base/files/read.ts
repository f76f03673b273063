import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { files } from './tables.server.ts';

export type StoredFile = typeof files.$inferSelect;

/** 自己的附件: a file this person uploaded; anybody else's does not exist for them. */
export async function ownFile(ctx: Ctx, id: string): Promise<StoredFile> {
  const file = await findOwnFile(ctx, id);
  if (!file) throw new Refusal('file-not-found', 404);
  if (file.state === 'quarantined') throw new Refusal('file-infected', 422);
  return file;
}

/** One's own file, if it is there. */
export async function findOwnFile(ctx: Ctx, id: string): Promise<StoredFile | undefined> {
  if (!isId(id) || ctx.actor.id === '') return undefined;
  const [file] = await ctx.db.select().from(files).where(and(eq(files.id, id), eq(files.ownerId, ctx.actor.id)));
  return file;
}

/** 附件, for a caller that has proved the right to it in its own room; what is held back nobody opens. */
export async function getFile(ctx: Ctx, id: string): Promise<StoredFile> {
  const [file] = isId(id) ? await ctx.db.select().from(files).where(eq(files.id, id)) : [];
  if (!file) throw new Refusal('file-not-found', 404);
  if (file.state === 'quarantined') throw new Refusal('file-infected', 422);
  return file;
}
