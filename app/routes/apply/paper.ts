import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openPaper } from '#app/domain/pilot/applications/open-paper.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/paper.ts';

/** 查看材料: inline or as a download, whole or in pieces, after the check of who asks. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => serveFile(await openPaper(context.get(ctxKey), params.applicationId, params.fileId), request));
}
