import { and, asc, eq } from 'drizzle-orm';
import { keeperOfEvidence } from '#app/domain/base/accounts/keeper.ts';
import { enterFile, layFile, type Looked } from '#app/domain/base/files/store-file.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { mostEvidence, type Side } from './model.ts';
import { objectionFiles } from './tables.server.ts';

export type Upload = { name: string; content: Buffer };

/** 验看证据: kept, written down nowhere yet; of somebody without a name neither the file's name nor its original stays. */
export async function layEvidence(ctx: Ctx, uploads: readonly Upload[], isAnonymous: boolean): Promise<Looked[]> {
  if (uploads.length > mostEvidence) throw new Refusal('evidence-too-many', 400);
  const laid: Looked[] = [];
  for (const [at, { name, content }] of uploads.entries()) {
    laid.push(await layFile(ctx, { name: isAnonymous ? `evidence-${at + 1}` : name, content }, !isAnonymous));
  }
  return laid;
}

/** 登记证据: the rows and records of what was laid down. */
export async function enterEvidence(tx: Change, given: { objectionId: string; messageId?: string; side: Side; regionCode: string }, laid: readonly Looked[]): Promise<void> {
  if (laid.length === 0) return;
  const { regionCode, ...where } = given;
  const owner = await keeperOfEvidence(tx);
  for (const looked of laid) {
    const file = await enterFile(tx, looked, owner, regionCode);
    await tx.db.insert(objectionFiles).values({ ...where, fileId: file.id });
  }
}

/** 一份异议的证据 of one side or of both. */
export function listEvidence(ctx: Ctx, objectionId: string, side?: Side) {
  return ctx.db
    .select({ fileId: files.id, name: files.name, mediaType: files.mediaType, size: files.size, sha256: files.sha256, scan: files.scan, state: files.state, side: objectionFiles.side, messageId: objectionFiles.messageId })
    .from(objectionFiles)
    .innerJoin(files, eq(files.id, objectionFiles.fileId))
    .where(and(eq(objectionFiles.objectionId, objectionId), side ? eq(objectionFiles.side, side) : undefined))
    .orderBy(asc(files.id))
    .limit(100);
}
