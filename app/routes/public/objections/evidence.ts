import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openOwnEvidence } from '#app/domain/pilot/objections/open-evidence.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/evidence.ts';

/** 自己的证据, by the code. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => serveFile(await openOwnEvidence(context.get(ctxKey), params.code, params.fileId), request));
}
