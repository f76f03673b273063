import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openWalkPhoto } from '#app/domain/service/walks/open-photo.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/photo.ts';

/** 走查的照片, for those who lead walks there. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => serveFile(await openWalkPhoto(signedIn(context.get(ctxKey), request), params.code, params.id, params.photoId), request));
}
