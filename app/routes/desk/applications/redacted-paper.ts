import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openRedacted } from '#app/domain/pilot/redaction/read.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/redacted-paper.ts';

/** 看遮盖件: the office sees exactly what a reviewer will get. */
export function loader({ context, params, request }: Route.LoaderArgs) {
  return show(async () => serveFile(await openRedacted(context.get(ctxKey), params.id, params.fileId), request));
}
