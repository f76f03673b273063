import { and, eq, sql } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { releaseFiles } from '#app/domain/base/files/hold-files.ts';
import type { Change } from '#app/platform/change.ts';
import type { Sheet } from './hold-sheet.ts';
import { collectionHandIns } from './tables.server.ts';

/** 保全的理由: not that of a figure, so that a paper which its owner put beside a standing figure too stays with that one. */
export const ground = 'sheet';

/** 不再用的佐证: a paper that no turn of its sheet was handed in with is nobody's and goes; any other stays kept with the figure it was told with. */
export async function letGo(tx: Change, { countyCode, id, regionCode }: Sheet, fileId: string): Promise<void> {
  const h = collectionHandIns;
  const told = await tx.db.$count(h, and(eq(h.countyCode, countyCode), eq(h.sheetId, id), sql`${h.content} @> ${JSON.stringify([{ evidenceId: fileId }])}::jsonb`));
  if (told > 0) return;
  await releaseFiles(tx, [fileId], ground);
  await discardFile(tx, fileId, regionCode);
}
