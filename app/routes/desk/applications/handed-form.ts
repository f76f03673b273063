import { formatOf } from '#app/domain/base/documents/model.ts';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { handedForm } from '#app/domain/pilot/paper-forms/forms.ts';
import { config } from '#app/platform/config.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/handed-form.ts';

/** 已提交的申报表, as the office received it. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return plainly(ctx, async () => {
    const format = formatOf(params.file);
    if (!format) throw new Refusal('not-found', 404);
    return serveDocument(await handedForm(ctx, params.id, format, config().PUBLIC_URL ?? request.url));
  });
}
