import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findSheet } from './hold-sheet.ts';
import { entriesOf } from './save-entries.ts';

/** 查看一格的佐证: for whoever fills in or checks its sheet. */
export async function openEvidence(ctx: Ctx, sheetId: string, fileId: string): Promise<StoredFile> {
  const { sheet } = await findSheet(ctx, sheetId);
  if (!(await entriesOf(ctx, sheet)).some(({ evidenceId }) => evidenceId === fileId)) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}
