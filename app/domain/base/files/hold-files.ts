import { inArray } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { files } from './tables.server.ts';

/** 保全附件: part of a change that keeps evidence; from now on nothing deletes them, whoever asks. */
export async function holdFiles(tx: Change, ids: readonly string[], ground: string): Promise<void> {
  if (ids.length > 0) await tx.db.update(files).set({ heldFor: ground }).where(inArray(files.id, [...ids]));
}
