import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { photoOfMotion } from '#app/domain/children/councils/motion-for-child.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Route } from './+types/motion-photo.ts';

/** 做好的样子: a photograph that a person has approved, for whoever may see the motion. */
export async function loader({ params: { id, fileId }, request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  try {
    return await serveFile(await photoOfMotion(ctx, id, fileId), request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(refusalSentence(error.code, ctx.locale), { status: error.status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
}
