import { data } from 'react-router';
import { z } from 'zod';
import { allow } from '#app/domain/base/accounts/access.ts';
import { isSealedProof } from '#app/domain/base/evidence/proof.ts';
import { pieceOfFile } from '#app/domain/base/evidence/read.ts';
import { sizeWords } from '#app/domain/base/files/model.ts';
import { finishUpload } from '#app/domain/base/files/uploads.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Route } from './+types/upload.ts';

const Given = z.object({ fileId: z.uuid() });

/** 传好的文件: the script names a finished upload and hears whether the place has the same file already. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const given = Given.safeParse(await request.json().catch(() => undefined));
  if (!given.success) return data({ refusal: refusalSentence('form-unreadable', ctx.locale) }, 400);
  try {
    allow(ctx, 'evidence.add', { regionCode: params.code });
    const file = await finishUpload(ctx, given.data.fileId);
    if (isSealedProof('statement', [file.name])) throw new Refusal('evidence-sealed-proof', 422);
    const known = await pieceOfFile(ctx, params.code, file.sha256);
    return { id: file.id, name: file.name, line: sizeWords(file.size), ...(known ? { known: { title: known.title, href: `/work/${params.code}/evidence/${known.id}` } } : {}) };
  } catch (error) {
    if (error instanceof Refusal) return data({ refusal: refusalSentence(error.code, ctx.locale) }, error.status);
    throw error;
  }
}
