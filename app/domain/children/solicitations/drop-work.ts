import { and, eq, sql } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import type { Change } from '#app/platform/change.ts';
import { solicitationBallots, solicitationWorks } from './tables.server.ts';

/** 删除作品 with its picture, its marks and its place on ballots; its number is not given again. */
export async function dropWork(tx: Change, { id, countyCode, regionCode, solicitationId, fileId }: { id: string; countyCode: number; regionCode: string; solicitationId: string; fileId: string | null }): Promise<void> {
  await tx.db.delete(solicitationWorks).where(and(eq(solicitationWorks.countyCode, countyCode), eq(solicitationWorks.id, id)));
  await tx.db
    .update(solicitationBallots)
    .set({ workIds: sql`array_remove(${solicitationBallots.workIds}, ${id}::uuid)` })
    .where(and(eq(solicitationBallots.countyCode, countyCode), eq(solicitationBallots.solicitationId, solicitationId), sql`${id}::uuid = any(${solicitationBallots.workIds})`));
  if (fileId) await discardFile(tx, fileId, regionCode);
}
