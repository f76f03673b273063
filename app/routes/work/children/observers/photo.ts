import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { photoOfRound } from '#app/domain/children/observers/open-photo.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/photo.ts';

/** 打开走访照片 for the staff of the place. */
export async function loader({ params: { code, id, fileId }, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  try {
    return await serveFile(await photoOfRound(ctx, code, id, fileId), request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(refusalSentence(error.code, ctx.locale), { status: error.status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
}
