import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { workPicture } from '#app/domain/children/solicitations/exhibition.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Route } from './+types/picture.ts';

/** 作品的图, while it may be shown. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  try {
    return await serveFile(await workPicture(ctx, params.work, params.file), request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(refusalSentence(error.code, ctx.locale), { status: error.status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
}
