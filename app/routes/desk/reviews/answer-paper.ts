import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openReviewAnswerPaper } from '#app/domain/pilot/questions/open-answer-paper.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/answer-paper.ts';

/** 答复附件, for an expert who reviews the application. */
export function loader({ context, params, request }: Route.LoaderArgs) {
  return show(async () => serveFile(await openReviewAnswerPaper(context.get(ctxKey), params.id, params.questionId, params.fileId), request));
}
