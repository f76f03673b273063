import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { noticePdf } from '#app/domain/pilot/notices/print-notice.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/version-pdf.ts';

/** 一版公示 as PDF, the same bytes for everybody. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { name, content } = await show(() => noticePdf(context.get(ctxKey), params.id, Number(params.version)));
  return serveDocument({ name, format: 'pdf', content }, true);
}
