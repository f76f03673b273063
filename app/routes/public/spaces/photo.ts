import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openSpacePhoto } from '#app/domain/service/spaces/open-photo.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/photo.ts';

/** 空间的照片. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => serveFile(await openSpacePhoto(context.get(ctxKey), params.id, params.fileId), request));
}
