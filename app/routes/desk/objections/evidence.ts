import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openEvidence } from '#app/domain/pilot/objections/open-evidence.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/evidence.ts';

/** 打开证据, at the desk. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => serveFile(await openEvidence(context.get(ctxKey), params.id, params.fileId), request));
}
