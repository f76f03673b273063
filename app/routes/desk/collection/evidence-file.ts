import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openEvidence } from '#app/domain/city/collection/open-evidence.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/evidence-file.ts';

/** 查看一格的佐证, after the check of who asks. */
export async function loader({ params, request, context }: Route.LoaderArgs): Promise<Response> {
  const ctx = signedIn(context.get(ctxKey), request);
  try {
    return await serveFile(await openEvidence(ctx, params.id, params.fileId), request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(refusalSentence(error.code, ctx.locale), { status: error.status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
}
