import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openAnswerPaper } from '#app/domain/pilot/questions/open-answer-paper.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/answer-paper.ts';

/** 答复附件, for those who wrote the answer and the office that asked. */
export function loader({ context, params, request }: Route.LoaderArgs) {
  return show(async () => serveFile(await openAnswerPaper(signedIn(context.get(ctxKey), request), params.id, params.fileId), request));
}
