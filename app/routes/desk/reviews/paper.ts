import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openReviewPaper } from '#app/domain/pilot/review/my-reviews.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/paper.ts';

/** 评审材料: a paper of an application, for the expert who accepted to review it. */
export function loader({ context, params, request }: Route.LoaderArgs) {
  return show(async () => serveFile(await openReviewPaper(context.get(ctxKey), params.id, params.fileId), request));
}
