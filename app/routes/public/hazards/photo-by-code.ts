import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openPhotoByCode } from '#app/domain/service/hazards/open-photo.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/photo-by-code.ts';

/** 凭码看的照片: of the reporter's code, or of a repair code. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const isRepairer = new URL(request.url).pathname.startsWith('/hazards/repair/');
  return show(async () => serveFile(await openPhotoByCode(context.get(ctxKey), params.code, params.fileId, isRepairer), request));
}
