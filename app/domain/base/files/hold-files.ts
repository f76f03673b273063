import { and, eq, inArray } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { files } from './tables.server.ts';

/** 保全附件: part of a change that keeps evidence; from now on nothing deletes them, whoever asks. */
export async function holdFiles(tx: Change, ids: readonly string[], ground: string): Promise<void> {
  if (ids.length > 0) await tx.db.update(files).set({ heldFor: ground }).where(inArray(files.id, [...ids]));
}

/** 解除保全 of what was kept for this ground: part of the change that ends it; whatever is kept for another ground stays kept. */
export async function releaseFiles(tx: Change, ids: readonly string[], ground: string): Promise<void> {
  if (ids.length > 0) await tx.db.update(files).set({ heldFor: '' }).where(and(inArray(files.id, [...ids]), eq(files.heldFor, ground)));
}
