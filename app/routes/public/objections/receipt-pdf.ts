import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { objectionReceipt } from '#app/domain/pilot/objections/receipt.ts';
import { config } from '#app/platform/config.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/receipt-pdf.ts';

/** 异议回执下载. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  return serveDocument(await show(() => objectionReceipt(context.get(ctxKey), params.code, config().PUBLIC_URL ?? request.url)));
}
