import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { makeOfflineForm } from '#app/domain/pilot/review/offline-form.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/offline-form.ts';

/** 离线评分表 of one's own review. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return plainly(ctx, async () => serveDocument(await makeOfflineForm(ctx, params.id)));
}
