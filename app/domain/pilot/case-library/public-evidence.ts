import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { citationsOf } from '#app/domain/base/evidence/citations.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getCase } from './read.ts';

type Shown = { id: string; regionCode: string; content: { evidenceIds: string[] } };

/** 公开的佐证 of a published case: pieces that are marked public and cited by it; what was withdrawn since is said so. */
export async function publicEvidenceOf(ctx: Ctx, { id, regionCode, content }: Shown) {
  const pieces = await citationsOf(ctx, regionCode, 'case', id);
  return pieces
    .filter((piece) => piece.confidentiality === 'public' && content.evidenceIds.includes(piece.id))
    .map((piece) => ({ id: piece.id, title: piece.title, kind: piece.kind, isWithdrawn: piece.standing === 'withdrawn', files: piece.standing === 'withdrawn' ? [] : piece.files }));
}

/** 打开案例的佐证文件: for everybody, as long as the case is in the library and the piece is public. */
export async function caseFile(ctx: Ctx, caseId: string, fileId: string): Promise<StoredFile> {
  const pieces = await publicEvidenceOf(ctx, await getCase(ctx, caseId));
  if (!pieces.some(({ files }) => files.some((file) => file.id === fileId))) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}
