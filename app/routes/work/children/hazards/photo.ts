import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openHandledPhoto } from '#app/domain/service/hazards/open-photo.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/photo.ts';

/** 隐患的照片, for those who handle it. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => serveFile(await openHandledPhoto(signedIn(context.get(ctxKey), request), params.code, params.id, params.fileId), request));
}
