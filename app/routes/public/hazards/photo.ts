import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openPublicPhoto } from '#app/domain/service/hazards/open-photo.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/photo.ts';

/** 公开的隐患照片. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => serveFile(await openPublicPhoto(context.get(ctxKey), params.id, params.moment, params.fileId), request));
}
