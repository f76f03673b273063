import { openEvidenceFile } from '#app/domain/base/evidence/open-file.ts';
import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { readForm } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/file.ts';

type Params = { code: string; id: string; fileId: string };

/** 查看佐证文件, after the check of who asks. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return serve(signedIn(context.get(ctxKey), request), params, request, '');
}

/** The same with a reason, which a sealed file needs from those above; sent as a form, so that the reason stands in no address. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  return serve(ctx, params, new Request(request.url, { headers: request.headers }), String(form?.get('reason') ?? '').slice(0, 500));
}

async function serve(ctx: Ctx, { code, id, fileId }: Params, request: Request, reason: string): Promise<Response> {
  try {
    return await serveFile(await openEvidenceFile(ctx, code, id, fileId, reason), request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(refusalSentence(error.code, ctx.locale), { status: error.status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
}
