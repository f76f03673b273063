import { eq } from 'drizzle-orm';
import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';
import { listEvidence } from './evidence.ts';
import type { Side } from './model.ts';
import { getObjection } from './read.ts';
import { slowDown } from './receive-objection.ts';
import { objections } from './tables.server.ts';

/** 打开证据: for those who handle the objection and are not involved. */
export async function openEvidence(ctx: Ctx, objectionId: string, fileId: string): Promise<StoredFile> {
  const objection = await getObjection(ctx, objectionId);
  if (objection.isRecused) throw new Refusal('recused', 403);
  return openOne(ctx, objectionId, fileId);
}

/** 打开自己的证据, by whoever holds the code. */
export async function openOwnEvidence(ctx: Ctx, code: string, fileId: string): Promise<StoredFile> {
  await slowDown(ctx, 'track', 60);
  const [row] = await ctx.db.select({ id: objections.id }).from(objections).where(eq(objections.code, tidyCode(code)));
  if (!row) throw new Refusal('objection-not-found', 404);
  return openOne(ctx, row.id, fileId, 'objector');
}

async function openOne(ctx: Ctx, objectionId: string, fileId: string, side?: Side): Promise<StoredFile> {
  const found = isId(fileId) && (await listEvidence(ctx, objectionId, side)).some((one) => one.fileId === fileId);
  if (!found) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}
