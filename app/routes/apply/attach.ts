import { data } from 'react-router';
import { finishUpload } from '#app/domain/base/files/uploads.ts';
import { attachPaper } from '#app/domain/pilot/applications/attach-paper.ts';
import { PaperInput } from '#app/domain/pilot/applications/input.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Route } from './+types/attach.ts';

/** 添加传好的文件: the upload script names a finished upload; asked twice, it is attached once. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const input = PaperInput.safeParse(await request.json().catch(() => undefined));
  if (!input.success) return data({ refusal: refusalSentence('form-unreadable', ctx.locale) }, 400);
  try {
    await finishUpload(ctx, input.data.fileId);
    await attachPaper(ctx, params.id, input.data);
    return { attached: input.data.fileId };
  } catch (error) {
    if (error instanceof Refusal) return data({ refusal: refusalSentence(error.code, ctx.locale) }, error.status);
    throw error;
  }
}
