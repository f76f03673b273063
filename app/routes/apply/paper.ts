import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openPaper } from '#app/domain/pilot/applications/open-paper.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/paper.ts';

/** 查看材料: inline or as a download, whole or in pieces, after the check of who asks. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  try {
    return await serveFile(await openPaper(ctx, params.applicationId, params.fileId), request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
    return new Response(refusalSentence(error.code, ctx.locale), { status: error.status, headers });
  }
}
