import { formatOf } from '#app/domain/base/documents/model.ts';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { filledForm } from '#app/domain/pilot/paper-forms/forms.ts';
import { config } from '#app/platform/config.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { plainly } from './plainly.ts';
import type { Route } from './+types/filled-form.ts';

/** 填好的申报表 for those who may read the application. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return plainly(ctx, async () => {
    const format = formatOf(params.file);
    if (!format) throw new Refusal('not-found', 404);
    return serveDocument(await filledForm(ctx, params.id, format, config().PUBLIC_URL ?? request.url));
  });
}
