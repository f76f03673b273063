import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openInspectionPhoto } from '#app/domain/service/spaces/open-photo.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/photo.ts';

/** 巡检的照片, for those who work there. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => serveFile(await openInspectionPhoto(signedIn(context.get(ctxKey), request), params.id, params.fileId), request));
}
