import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { fileOfTicket } from '#app/domain/children/suggestions/open-file.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Route } from './+types/file.ts';

/** 打开附件: one's own, and what the adults show of what was done. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  try {
    return await serveFile(await fileOfTicket(ctx, params.ticket, params.fileId), request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(refusalSentence(error.code, ctx.locale), { status: error.status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
}
