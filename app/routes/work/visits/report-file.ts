import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { formatOf } from '#app/domain/base/documents/model.ts';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { reportForCommunity } from '#app/domain/pilot/visits/report-document.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/report-file.ts';

/** 实地评估报告 for the community. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => {
    const format = formatOf(params.file);
    if (!format) throw new Refusal('not-found', 404);
    return serveDocument(await reportForCommunity(ctx, await workPlace(ctx, params.code), params.id, format));
  });
}
