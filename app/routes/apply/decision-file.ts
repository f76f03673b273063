import { formatOf } from '#app/domain/base/documents/model.ts';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { explanationDocument } from '#app/domain/pilot/panels/explanation-document.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { plainly } from './plainly.ts';
import type { Route } from './+types/decision-file.ts';

/** 决定说明 for the people behind the application. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return plainly(ctx, async () => {
    const format = formatOf(params.file);
    if (!format) throw new Refusal('not-found', 404);
    return serveDocument(await explanationDocument(ctx, params.id, format));
  });
}
