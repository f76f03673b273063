import { allow, may } from '#app/domain/base/accounts/access.ts';
import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findEvidence } from './read.ts';
import { maySeeSealed } from './seen.ts';

/** 打开佐证文件: for those who may read evidence here; a sealed one leaves a record each time, and a reason when it is opened from above. */
export async function openEvidenceFile(ctx: Ctx, regionCode: string, id: string, fileId: string, reason = ''): Promise<StoredFile> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  const row = may(ctx.actor, 'evidence.read', { regionCode }) ? await findEvidence(ctx, regionCode, id) : undefined;
  if (!row?.files.some((file) => file.id === fileId)) throw new Refusal('file-not-found', 404);
  if (row.confidentiality === 'sealed') await noteOpening(ctx, row, fileId, reason.trim());
  return getFile(ctx, fileId);
}

async function noteOpening(ctx: Ctx, row: { id: string; regionCode: string }, fileId: string, reason: string): Promise<void> {
  if (!maySeeSealed(ctx.actor, row.regionCode)) {
    allow(ctx, 'evidence.open-sealed', row);
    if ([...reason].length < 4) throw new Refusal('evidence-reason-needed', 403);
  }
  await change(ctx, (tx) => tx.record('evidence.sealed-opened', { id: row.id, regionCode: row.regionCode }, { fileId, reason }));
}
