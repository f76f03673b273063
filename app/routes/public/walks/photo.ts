import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openPublicPhoto } from '#app/domain/service/walks/open-photo.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/photo.ts';

/** 走查的公开照片: once a moderator has looked. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => serveFile(await openPublicPhoto(context.get(ctxKey), params.photoId, params.fileId), request));
}
