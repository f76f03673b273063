import { formatOf } from '#app/domain/base/documents/model.ts';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { letterDocument } from '#app/domain/pilot/letters/read.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { plainly } from './plainly.ts';
import type { Route } from './+types/letter.ts';

/** 文书 for the applicant and for the office that made it. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return plainly(ctx, async () => {
    const format = formatOf(params.file);
    if (!format) throw new Refusal('not-found', 404);
    return serveDocument(await letterDocument(ctx, params.id, params.letterId, format));
  });
}
