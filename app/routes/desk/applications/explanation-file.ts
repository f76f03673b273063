import { formatOf } from '#app/domain/base/documents/model.ts';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { officeExplanationDocument } from '#app/domain/pilot/panels/explanation-document.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/explanation-file.ts';

/** 决定说明 for the office, whole. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => {
    const format = formatOf(params.file);
    if (!format) throw new Refusal('not-found', 404);
    return serveDocument(await officeExplanationDocument(ctx, params.id, format));
  });
}
