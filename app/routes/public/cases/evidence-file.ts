import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { caseFile } from '#app/domain/pilot/case-library/public-evidence.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/evidence-file.ts';

/** 案例的公开佐证. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => serveFile(await caseFile(context.get(ctxKey), params.id, params.fileId), request));
}
